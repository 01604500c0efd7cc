package extract

import (
	"strings"
	"testing"
)

func TestDraftRules(t *testing.T) {
	text := "पूर्व विधायक सुरेश वर्मा ने सपा छोड़कर बसपा से गलबहियां कर लीं।"
	drafts, err := DraftRules(Wish{Text: text, Who: "सुरेश वर्मा", Left: "समाजवादी पार्टी", Joined: "BSP"})
	if err != nil {
		t.Fatal(err)
	}
	if len(drafts) != 2 || drafts[0].Slot != "left" || drafts[0].Found == nil || drafts[0].Found.ID != "leave.quit" || drafts[0].YAML != "" {
		t.Fatalf("%+v", drafts)
	}
	d := drafts[1]
	if d.Slot != "joined" || d.Found != nil || !d.Result.OK || strings.Join(d.Grammar, "|") != "hosts:|  गलबहियां: [गलबहियां]" ||
		!strings.Contains(d.YAML, "joined: BSP, status: done") || !strings.Contains(d.YAML, `    - ""  #`) {
		t.Errorf("%+v", d)
	}
	for _, c := range []struct {
		wish Wish
		want string
	}{
		{Wish{}, "a draft needs a sentence"},
		{Wish{Text: text, Who: "सुरेश वर्मा"}, "a draft needs a sentence"},
		{Wish{Text: text, Who: "सुरेश वर्मा", Left: "नहीं दल"}, "no party has the id or name नहीं दल"},
		{Wish{Text: text, Who: "सुरेश वर्मा", Left: "भाजपाई"}, "no party has the id or name भाजपाई"},
		{Wish{Text: text, Who: "सुरेश वर्मा", Left: "BJP"}, "no phrase of the sentence names BJP"},
		{Wish{Text: text, Who: "रमेश यादव", Left: "BSP"}, "nobody in the sentence is read as रमेश यादव"},
	} {
		if _, err := DraftRules(c.wish); err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%+v: %v, want %s", c.wish, err, c.want)
		}
	}
}
