package errors

import (
	"log/slog"
	"strconv"
)

// LogValue returns the error as a group: field, reason, and value, part, suggest and edition if they are set. Text with
// unprintable characters is quoted, since not every handler does that.
func (e *FieldError) LogValue() slog.Value {
	if e == nil {
		return slog.Value{}
	}
	return group(
		slog.String("field", oneLine(e.Field, maxName)),
		slog.String("reason", oneLine(e.reasonText(), maxMessage)),
		slog.String("value", oneLine(e.Value, maxMessage)),
		slog.String("part", oneLine(e.Part, maxMessage)),
		slog.String("suggest", oneLine(e.Suggest, maxMessage)),
		slog.String("edition", number(int(e.Edition))),
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

// LogValue returns the error as a group: status, retryable, and code, message and request_id if they are set. The
// message of a malformed reply is the start of its body. Text is cut and quoted as in [APIError.Error].
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
		slog.String("code", oneLine(string(e.Code), maxName)),
		slog.String("message", oneLine(message, maxMessage)),
		slog.String("request_id", oneLine(e.RequestID, maxName)),
		slog.Bool("retryable", e.Retryable()),
	)
}

// group returns attrs as a group, without empty text.
func group(attrs ...slog.Attr) slog.Value {
	var kept []slog.Attr
	for _, a := range attrs {
		if a.Value.Kind() != slog.KindString || a.Value.String() != "" {
			kept = append(kept, a)
		}
	}
	return slog.GroupValue(kept...)
}
