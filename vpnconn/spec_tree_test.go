package vpnconn_test

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
)

// A grower grows trees of what YAML packages make of a file.
type grower struct {
	choices
	text string // for what is not chosen from the model
	tidy bool   // nothing is wrong, or little
}

// object grows an object for a parameter, "" for the whole.
func (g *grower) object(parameter string, depth int) map[string]any {
	var names []string
	for _, field := range documentedOrder[2:] {
		if name, ok := strings.CutPrefix(field, parameter+"."); ok || parameter == "" && !strings.Contains(field, ".") {
			names = append(names, name)
		}
	}
	if !g.tidy {
		names = append(names, "name", "LocalId", "Action", "")
	}
	members := make(map[string]any)
	for range g.below(12) {
		name := names[g.below(len(names))]
		if !g.tidy && g.below(10) == 0 {
			name = g.free()
		}
		field := strings.TrimPrefix(parameter+"."+name, ".")
		if !g.tidy && g.below(5) == 0 {
			field = "" // anything
		}
		members[name] = g.value(field, depth)
	}
	return members
}

// value grows a value that may suit a field.
func (g *grower) value(field string, depth int) any {
	switch {
	case strings.HasSuffix(field, "Lifetime"):
		return g.number()
	case field == "EffectImmediately":
		return g.below(2) == 0
	case field == "IkeConfig" || field == "IpsecConfig":
		return g.object(field, depth+1)
	case modelPool[field] != nil:
		text := g.choices.text(field)
		if g.tidy {
			text = g.right(field)
		}
		if strings.HasSuffix(field, "Subnet") && g.below(2) == 0 {
			return anyList(strings.Split(text, ","))
		}
		return text
	}
	switch kind := g.below(7); {
	case kind == 0:
		return nil
	case kind == 1:
		return g.below(2) == 0
	case kind == 2:
		return g.number()
	case kind == 3 && depth < 4:
		return g.object("IkeConfig", depth+1)
	case kind == 4 && depth < 4:
		var list []any
		for range g.below(4) {
			list = append(list, g.value("", depth+1))
		}
		return append([]any{}, list...)
	}
	return g.free()
}

func (g *grower) number() any {
	numbers := []any{
		0, 3600.0, uint64(86400), 8.64e4, math.Copysign(0, -1), 86401, -1, int64(math.MinInt64), // which a Spec can hold
		uint64(math.MaxUint64), 0.5, 86400.5, 1e21, 5e-324, math.MaxFloat64,
	}
	if g.tidy {
		numbers = numbers[:8]
	}
	return numbers[g.below(len(numbers))]
}

// free returns a piece of the text.
func (g *grower) free() string {
	from := g.below(len(g.text) + 1)
	return g.text[from : from+g.below(len(g.text)-from+1)]
}

func anyList(texts []string) []any {
	list := make([]any, len(texts))
	for i, text := range texts {
		list[i] = text
	}
	return list
}

// jsonOf writes a tree, with bytes that are not UTF-8 as they are.
func jsonOf(tree any) string {
	switch v := tree.(type) {
	case string:
		var b strings.Builder
		for _, c := range []byte(v) {
			if c < ' ' || c == '"' || c == '\\' {
				fmt.Fprintf(&b, `\u%04x`, c)
			} else {
				b.WriteByte(c)
			}
		}
		return `"` + b.String() + `"`
	case float64:
		return strconv.FormatFloat(v, 'g', -1, 64)
	case []any:
		var elems []string
		for _, elem := range v {
			elems = append(elems, jsonOf(elem))
		}
		return "[" + strings.Join(elems, ", ") + "]"
	case map[string]any:
		var members []string
		for _, name := range slices.Sorted(maps.Keys(v)) {
			members = append(members, jsonOf(name)+":"+jsonOf(v[name]))
		}
		return "{" + strings.Join(members, "\n,") + "}"
	case nil:
		return "null"
	}
	return fmt.Sprint(tree)
}
