package main

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// lineOf returns the line of a field in a file, or of the object or list that it would be in, or 0 if the file has
// neither.
func lineOf(text []byte, field string) int {
	var file yaml.Node
	if yaml.Unmarshal(text, &file) != nil {
		return 0
	}
	return find(&file, field)
}

// find returns the line of the node under n with a documented name, or of the last node on the way.
func find(n *yaml.Node, name string) int {
	switch n.Kind {
	case yaml.DocumentNode:
		return find(n.Content[0], name)
	case yaml.AliasNode:
		return find(n.Alias, name)
	case yaml.MappingNode:
		return findMember(n, name)
	case yaml.SequenceNode:
		return findElement(n, name)
	}
	return 0
}

func findMember(n *yaml.Node, name string) int {
	var keys []*yaml.Node
	for pair := range slices.Chunk(n.Content, 2) {
		key, value := pair[0], pair[1]
		if rest, ok := strings.CutPrefix(name, key.Value); ok && (rest == "" || rest[0] == '.' || rest[0] == '[') {
			return cmp.Or(find(value, strings.TrimPrefix(rest, ".")), key.Line)
		}
		keys = append(keys, key)
	}
	// Tags may be a mapping, whose elements are numbered in the order of their names.
	slices.SortFunc(keys, func(a, b *yaml.Node) int { return strings.Compare(a.Value, b.Value) })
	first, _, _ := strings.Cut(name, ".")
	if place, err := strconv.Atoi(first); err == nil && 1 <= place && place <= len(keys) {
		return keys[place-1].Line
	}
	return 0
}

// findElement finds an element by its place: from 1 as in "2.Role", or from 0 as in "[1]", which counts the blocks in a
// list; an element may have several.
func findElement(n *yaml.Node, name string) int {
	first, rest, _ := strings.Cut(name, ".")
	if place, err := strconv.Atoi(first); err == nil && 1 <= place && place <= len(n.Content) {
		element := n.Content[place-1]
		return cmp.Or(find(element, rest), element.Line)
	}
	place, err := strconv.Atoi(strings.Trim(name, "[]"))
	if err != nil {
		return 0
	}
	for _, element := range n.Content {
		if place -= 1 + strings.Count(element.Value, ","); place < 0 {
			return element.Line
		}
	}
	return 0
}
