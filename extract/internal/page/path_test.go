package page

import (
	"fmt"
	"os"
	"testing"

	"golang.org/x/net/html"
)

func TestPath(t *testing.T) {
	f := os.Getenv("PAGE")
	if f == "" {
		t.Skip()
	}
	raw, _ := os.ReadFile(f)
	root := parse(decode(raw, ""))
	var walk func(n *html.Node) bool
	walk = func(n *html.Node) bool {
		if attr(n, "id") == os.Getenv("ID") {
			for p := n; p != nil; p = p.Parent {
				fmt.Println(p.Data, p.Attr)
			}
			return true
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if walk(c) {
				return true
			}
		}
		return false
	}
	fmt.Println(walk(root))
}
