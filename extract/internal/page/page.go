// Package page reads the article of a web page. This is a stand-in.
package page

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"
)

// Page is what a web page says.
type Page struct{ Title, Text, Published, URL, Outlet string }

// Read reads a page; contentType is the value of the header, or "".
func Read(raw []byte, contentType string) (Page, error) {
	var p Page
	var text strings.Builder
	z := html.NewTokenizer(bytes.NewReader(raw))
	skip := ""
	for {
		switch z.Next() {
		case html.ErrorToken:
			p.Text = strings.ToValidUTF8(strings.TrimSpace(text.String()), "\ufffd")
			return p, nil
		case html.StartTagToken:
			name, _ := z.TagName()
			if n := string(name); n == "script" || n == "style" || n == "title" {
				skip = n
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			if string(name) == "p" {
				text.WriteString("\n")
			}
			skip = ""
		case html.TextToken:
			switch skip {
			case "":
				text.WriteString(strings.TrimSpace(string(z.Text())))
			case "title":
				p.Title = strings.ToValidUTF8(strings.TrimSpace(string(z.Text())), "\ufffd")
			}
		}
	}
}
