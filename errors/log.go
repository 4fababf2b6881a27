package errors

import (
	"log/slog"
	"strconv"
)

// LogValue returns the error as a group: field, reason, and value, part and suggest where there are any.
func (e *FieldError) LogValue() slog.Value {
	if e == nil {
		return slog.Value{}
	}
	return group(
		slog.String("field", cut(e.Field, maxName)),
		slog.String("reason", cut(e.reasonText(), maxMessage)),
		slog.String("value", e.Value),
		slog.String("part", e.Part),
		slog.String("suggest", e.Suggest),
	)
}

// LogValue returns the errors as a group: count, and the first 16 as groups named by their places, from 0.
func (e ValidationErrors) LogValue() slog.Value {
	attrs := []slog.Attr{slog.Int("count", len(e))}
	for i, fe := range e[:min(len(e), maxListed)] {
		attrs = append(attrs, slog.Attr{Key: strconv.Itoa(i), Value: fe.LogValue()})
	}
	return slog.GroupValue(attrs...)
}

// LogValue returns the error as a group: status, retryable, and code, message and request_id where there are any. The
// message of a malformed reply is how its body begins.
func (e *APIError) LogValue() slog.Value {
	if e == nil {
		return slog.Value{}
	}
	message := e.Message
	if e.Code == "" {
		message = e.malformed()
	}
	return group(
		slog.Int("status", e.HTTPStatus),
		slog.String("code", cut(string(e.Code), maxName)),
		slog.String("message", cut(message, maxMessage)),
		slog.String("request_id", cut(e.RequestID, maxName)),
		slog.Bool("retryable", e.Retryable()),
	)
}

// group returns attrs as a group, without the empty texts.
func group(attrs ...slog.Attr) slog.Value {
	var kept []slog.Attr
	for _, a := range attrs {
		if a.Value.Kind() != slog.KindString || a.Value.String() != "" {
			kept = append(kept, a)
		}
	}
	return slog.GroupValue(kept...)
}
