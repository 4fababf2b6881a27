// The race detector makes these much slower and larger, and cannot find anything: each runs in one goroutine.

//go:build !race

package validation_test

import (
	"bytes"
	"fmt"
	"log/slog"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	vpnerrors "github.com/ipsec-go/aliyun/errors"
	"github.com/ipsec-go/aliyun/ikeconfig"
	"github.com/ipsec-go/aliyun/vpnconn/validation"
)

// checkExplained fails t unless err, from Explain, is a list of mistakes, and each way to print it is one printable
// line of bounded length: 16 mistakes, with a value of 64 characters, of 10 bytes each, and the path of a field, which
// is as long, and the words around them.
func checkExplained(t *testing.T, err error) mistakes {
	t.Helper()
	errs, ok := err.(mistakes)
	if !ok || len(errs) == 0 {
		t.Fatalf("the error is %T: %v", err, err)
	}
	var log bytes.Buffer
	slog.New(slog.NewTextHandler(&log, nil)).Error("m", "err", err)
	lines := map[string]string{
		"Error": err.Error(),
		"log":   strings.TrimSuffix(log.String(), "\n"),
	}
	for lang := range vpnerrors.Language(2) {
		list := strings.Split(vpnerrors.Message(err, lang), "\n")
		if want := min(len(errs), 17); len(list) != want {
			t.Errorf("%d mistakes make %d lines, want %d", len(errs), len(list), want)
		}
		for i, line := range list {
			lines[fmt.Sprint("message ", lang, i)] = line
		}
	}
	for what, line := range lines {
		if i := strings.IndexFunc(line, func(c rune) bool { return !strconv.IsPrint(c) }); i >= 0 || !utf8.ValidString(line) {
			t.Errorf("%s is not printable at byte %d: %.300q", what, i, line)
		}
		if len(line) > 16*2000 {
			t.Errorf("%s has %d bytes", what, len(line))
		}
	}
	return errs
}

// TestHostileTexts has each text as a map key, which is in the path of a field, in a list and as a Secret: nothing in
// it forges a line. FuzzTextTags compares tags and builder for these texts.
func TestHostileTexts(t *testing.T) {
	type keyed struct{ M map[string]string }
	v := newValidator(t)
	v.RegisterStructValidationMapRules(map[string]string{"M": "dive,vpn_id"}, keyed{})
	for _, text := range hostileTexts(t) {
		m := make(map[string]string)
		for i := range 20 {
			m[strconv.Itoa(i)+text] = "vpn 1"
		}
		if errs := checkExplained(t, validation.Explain(v.Struct(keyed{m}))); len(errs) < 20 {
			t.Errorf("%d mistakes of 20 or more", len(errs))
		}
		checkExplained(t, validation.Explain(v.Var([]string{"10.0.0.0/8", text}, "vpn_cidrs")))
		for _, key := range []any{text, ikeconfig.NewSecret(text)} {
			if err := explainField(t, "ike_psk", key); err != nil {
				for _, e := range checkExplained(t, err) {
					if e.Value+e.Part != "" {
						t.Errorf("it shows of a key %.100q, %q", e.Value, e.Part)
					}
				}
			} else if !utf8.ValidString(text) {
				t.Errorf("accepted, though it is not valid UTF-8")
			}
		}
		if t.Failed() {
			t.Fatalf("%.80q", text)
		}
	}
}

// A manyInput tries to be expensive for a tag.
type manyInput struct {
	name, tag string
	value     any
	size      int
}

// manyInputs returns one input of each kind, with n blocks or characters.
func manyInputs(n int) []manyInput {
	blocks := make([]string, n)
	for i := range blocks {
		blocks[i] = fmt.Sprintf("10.%d.%d.%d/32", i>>16&0xff, i>>8&0xff, i&0xff)
	}
	joined := strings.Join(blocks, ",")
	list := []manyInput{{"blocks", "vpn_cidrs", joined, len(joined)}, {"a list of blocks", "vpn_cidrs", blocks, len(joined)}}
	for _, in := range []struct{ tag, part string }{
		{"vpn_cidrs", "10.0.0.0/8,"}, {"vpn_cidrs", ","}, {"vpn_name", "名"}, {"vpn_id", "\u202e"}, {"vpn_token", "t"}, {"ike_psk", "k"},
		{"ike_enc", "aes"}, {"ike_id", "\xff"},
	} {
		list = append(list, manyInput{fmt.Sprintf("%s of %q", in.tag, in.part), in.tag, strings.Repeat(in.part, n), n * len(in.part)})
	}
	return list
}

// TestHostileSizes: the memory allocated in total is linear in the input and in the mistakes. Each mistake is looked
// for twice, by the tag and by Explain.
func TestHostileSizes(t *testing.T) {
	v := newValidator(t)
	for _, n := range []int{100, 10_000} {
		for _, in := range manyInputs(n) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			err := v.Var(in.value, in.tag)
			if err != nil {
				err = validation.Explain(err)
			}
			runtime.ReadMemStats(&after)
			count := 0
			if err != nil {
				count = len(checkExplained(t, err))
			}
			if got, most := after.TotalAlloc-before.TotalAlloc, uint64(8*in.size+1000*count+16<<10); got > most {
				t.Errorf("%s: %d bytes and %d mistakes take %d bytes, want %d at most", in.name, in.size, count, got, most)
			}
		}
	}
}

// BenchmarkHostile: the cost of a byte must not depend on the size, so the speeds of a kind at its two sizes must be
// about the same.
func BenchmarkHostile(b *testing.B) {
	v := newValidator(b)
	for _, n := range []int{10_000, 100_000} {
		for _, in := range manyInputs(n) {
			b.Run(in.name+"/"+strconv.Itoa(n), func(b *testing.B) {
				b.SetBytes(int64(in.size))
				b.ReportAllocs()
				for b.Loop() {
					_ = validation.Explain(v.Var(in.value, in.tag))
				}
			})
		}
	}
}
