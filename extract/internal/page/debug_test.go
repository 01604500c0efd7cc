package page

import (
	"fmt"
	"os"
	"testing"

	"github.com/PuerkitoBio/goquery"
)

func TestDebug(t *testing.T) {
	f := os.Getenv("PAGE") // debug
	if f == "" {
		t.Skip()
	}
	raw, _ := os.ReadFile(f)
	root := parse(decode(raw, ""))
	facts := gather(goquery.NewDocumentFromNode(root))
	fmt.Printf("linked rank %d headline %q published %q body %d\n", facts.ld.rank, facts.ld.headline, facts.ld.published, len(facts.ld.body))
	fmt.Printf("og %q title %q\n", facts.meta["og:title"], facts.docTitle)
	w := cut(root)
	w.settle()
	w.measure()
	at := w.choose(facts.titles())
	fmt.Println("chosen", at, w.spans[at].node.Data, w.spans[at].node.Attr, w.spans[at].first, w.spans[at].last)
	for i, b := range w.blocks {
		k := 0
		if b.side >= 0 {
			k = int(w.sides[b.side].kind)
		}
		if i > 400 {
			break
		}
		fmt.Printf("%3d size %4d links %4d good %4d out %v side %d tag %s span %d %s | %.90q\n", i, b.size, b.links, b.good, b.out, k, b.tag, b.span, w.spans[b.span].node.Data, b.text)
	}
}
