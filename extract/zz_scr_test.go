package extract
import ("testing"
"github.com/dalbadal/dalbadal/extract/internal/syntax"
"github.com/dalbadal/dalbadal/extract/internal/devanagari"
)
func TestZZScr(t *testing.T){
 x,_:=New(); as:=zzload("../../shared/corpus/factcheck.jsonl")
 pass,evT,evB,any,rec,moves:=0,0,0,0,0,0
 for _,a:=range as{
  head, body := titleOf(a.Title), devanagari.Parse(a.Text)
  if !x.screen.Passes(head,body){continue}
  pass++
	known := syntax.NewKnown()
	x.parser.Parse(head, known) // for the names that it shows
	text := x.read(body, known)
	title := x.read(head, known)
  if len(title.Events)>0{evT++}
  if len(text.Events)>0{evB++}
  if len(title.Events)+len(text.Events)>0{any++}
  m:=x.reader.Read(title.Text, text.Text, a.Published)
  if len(m)>0{moves++}
  if len(x.Extract(a).Records)>0{rec++}
 }
 t.Log(len(as),"pass",pass,"evT",evT,"evB",evB,"any",any,"moves",moves,"rec",rec)
}
