package source

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/dalbadal/dalbadal/extract"
	"github.com/dalbadal/dalbadal/extract/internal/window"
)

// commaTable and tabTable are tables (RFC 4180) with the names of columns in the first row; a
// record's number is its row behind that. They differ in what is thought to be between columns when the first row
// does not tell.
var (
	commaTable = format{
		name:       "csv",
		extensions: []string{".csv"},
		looks: func(head []byte, opt *Options) bool {
			comma, evident := tableBy(head, opt)
			return evident && comma != '\t'
		},
		read: func(in *input, yield func(Item) bool) { readTable(in, yield, ',') },
	}
	tabTable = format{
		name:       "tsv",
		extensions: []string{".tsv", ".tab"},
		looks: func(head []byte, opt *Options) bool {
			comma, evident := tableBy(head, opt)
			return evident && comma == '\t'
		},
		read: func(in *input, yield func(Item) bool) { readTable(in, yield, '\t') },
	}
)

// delimiter tells what is between the columns of a table by its first row; evident is whether one of the columns
// has the name of a text.
func delimiter(head []byte, opt *Options) (comma byte, evident bool) {
	line, _, _ := bytes.Cut(bytes.TrimLeft(head, "\r\n"), []byte("\n"))
	f := newFields(*opt)
	most := 1
	for _, c := range []byte(",;\t") {
		cells := splitRow(line, c, true)
		has := false
		for _, cell := range cells {
			p, ok := f.place(bytes.TrimSpace(cell))
			has = has || ok && p.field == fieldText
		}
		if len(cells) > 1 && (has && !evident || has == evident && len(cells) > most) {
			comma, evident, most = c, has, len(cells)
		}
	}
	return comma, evident
}

// tableBy says whether a text is surely a table: its first line has a column for the text, and another for what else an
// article has, or the second line has as many.
func tableBy(head []byte, opt *Options) (comma byte, sure bool) {
	comma, evident := delimiter(head, opt)
	if !evident {
		return 0, false
	}
	first, rest, _ := bytes.Cut(head, []byte("\n"))
	cells := splitRow(first, comma, true)
	f, known := newFields(*opt), 0
	for _, cell := range cells {
		if _, ok := f.place(bytes.TrimSpace(cell)); ok {
			known++
		}
	}
	second, _, _ := bytes.Cut(rest, []byte("\n"))
	return comma, known > 1 || len(splitRow(second, comma, true)) == len(cells)
}

func readTable(in *input, yield func(Item) bool, comma byte) {
	head, _ := in.head() // an error comes again
	if c, _ := delimiter(head, &in.opt); c != 0 && comma == ',' {
		comma = c
	}
	t := &table{input: in, comma: comma}
	d := &rowDecoder{in: in, fields: newFields(in.opt), comma: comma}
	for n := 0; ; n++ {
		row, lent, err := t.row()
		more := true
		switch {
		case err == io.EOF:
			if d.columns == nil {
				yield(failed(in.name, errors.New("a table without rows; nothing to read")))
			}
			return
		case err == window.ErrLong:
			err = in.longRecord()
		case err == errQuote, err == errCells:
		case err != nil:
			more, err = in.resume(err)
		case d.columns == nil:
			if err := d.header(bytes.Clone(row)); err != nil {
				yield(failed(in.name, err))
				return
			}
			t.cells = len(d.columns)
			continue
		default:
			in.guard.mark()
			it := in.item(d, n, row, lent)
			if !yield(it) {
				return
			}
			continue
		}
		if d.columns == nil {
			yield(failed(in.name, fmt.Errorf("the first row cannot be read: %w", err)))
			return
		}
		if err == errCells {
			err = fmt.Errorf("%d columns where the first row has %d; put quotes around what has %s in it", t.counted, t.cells, commaName(comma))
		}
		if !yield(failed(in.at(n), err)) || !more {
			return
		}
	}
}

func commaName(c byte) string {
	if c == '\t' {
		return "tabs"
	}
	return string(rune(c))
}

var (
	errQuote = errors.New(`a quoted column with no end, or with a quote in it that is not written twice; mend it`)
	errCells = errors.New("a wrong number of columns")
)

// table cuts a stream into rows. In the table of tabs quotes can be ordinary characters: there a row in which they make no sense is
// one line.
type table struct {
	*input
	comma   byte
	cells   int // of each row; 0 while it is not known
	counted int // of the present row
	mending bool
}

// row takes the next row that is not empty. errQuote, errCells and window.ErrLong stand for one row. What follows a faulty row with
// too few columns is the rest of it.
func (t *table) row() (row []byte, lent bool, err error) {
	for {
		n, err := t.scan()
		switch {
		case err == errQuote || err == nil && t.lines(n) > 1 && (t.cells > 0 && t.counted != t.cells || n > t.opt.MaxRecord+2):
			// A quote that ends where it should not, or in another row: only the first line is surely of this one.
			t.mending = true
			first := bytes.IndexByte(t.Bytes(), '\n') + 1
			if first == 0 {
				if err := t.skipLine(); err != window.ErrLong {
					return nil, false, err
				}
				return nil, false, errQuote
			}
			if t.comma == '\t' && first-1 <= t.opt.MaxRecord {
				if t.counted = len(splitRow(t.Bytes()[:first], t.comma, false)); t.cells == 0 || t.counted == t.cells {
					t.mending = false
					row, lent = t.Take(first)
					return row, lent, nil
				}
			}
			t.Skip(first)
			return nil, false, errQuote
		case err != nil:
			return nil, false, err
		}
		switch line := bytes.TrimRight(t.Bytes()[:n], "\r\n"); {
		case len(line) == 0:
			t.Skip(n)
		case n > t.opt.MaxRecord+2:
			t.Skip(n)
			return nil, false, window.ErrLong
		case t.cells > 0 && t.counted != t.cells:
			t.Skip(n)
			if !t.mending || t.counted > t.cells {
				return nil, false, errCells
			}
		default:
			t.mending = false
			row, lent = t.Take(n)
			return row, lent, nil
		}
	}
}

// lines counts the lines of the first n bytes, up to 2.
func (t *table) lines(n int) int {
	i := bytes.IndexByte(t.Bytes()[:n], '\n')
	if i < 0 || i+1 == n {
		return 1
	}
	return 2
}

// scan finds the length of the row that starts here with its line end, and counts its columns.
func (t *table) scan() (n int, err error) {
	t.counted = 1
	b, i, ended := t.Bytes(), 0, false
	more := func() (bool, error) {
		if ended {
			return false, nil
		}
		switch err := t.More(); err {
		case nil:
			b = t.Bytes()
			return true, nil
		case io.EOF:
			ended = true
			return true, nil
		default:
			return false, err
		}
	}
	if len(b) == 0 {
		if _, err := more(); err != nil {
			return 0, err
		}
		if len(b) == 0 {
			return 0, io.EOF
		}
	}
	for start, line := 0, -1; ; {
		// At start a column begins. line is where the present line ends, when it is known.
		if start < len(b) && b[start] == '"' {
			i = max(i, start+1)
			for {
				end := bytes.IndexByte(b[i:], '"')
				if end < 0 {
					i = len(b)
				} else if i += end + 1; i < len(b) && b[i] == '"' {
					i++
					continue
				} else if i < len(b) && (b[i] != '\r' || i+1 < len(b)) || ended {
					break
				} else {
					i-- // look at this quote again, with what follows
				}
				ok, err := more()
				if err == window.ErrLong {
					// So long a column lacks its end: see errQuote in row.
					return 0, errQuote
				} else if err != nil {
					return 0, err
				}
				if !ok {
					return 0, errQuote
				}
			}
			rest := b[i:]
			switch {
			case len(rest) == 0:
				return i, nil
			case rest[0] == t.comma:
				t.counted++
				start, line = i+1, -1
				continue
			case rest[0] == '\n':
				return i + 1, nil
			case rest[0] == '\r' && (len(rest) == 1 || rest[1] == '\n'):
				return i + min(len(rest), 2), nil
			}
			return 0, errQuote
		}
		for line < 0 {
			i = max(i, start)
			if end := bytes.IndexByte(b[i:], '\n'); end >= 0 {
				line = i + end
				break
			}
			i = len(b)
			if ok, err := more(); err == window.ErrLong {
				return 0, t.skipLine()
			} else if err != nil {
				return 0, err
			} else if !ok {
				line = len(b)
			}
		}
		if start < len(b) && b[start] == '"' {
			i = start // the column had not come when this was asked first
			continue
		}
		next := bytes.IndexByte(b[start:line], t.comma)
		if next < 0 {
			return min(line+1, len(b)), nil
		}
		t.counted++
		start += next + 1
		i = start
		if start < len(b) && b[start] == '"' {
			line = -1
		}
	}
}

// splitRow gives the columns of a row, without the quotes around them and with those in them single. Without quotes, they
// are ordinary characters.
func splitRow(row []byte, comma byte, quotes bool) (cells [][]byte) {
	row = bytes.TrimSuffix(bytes.TrimSuffix(row, []byte("\n")), []byte("\r"))
	for {
		if quotes && len(row) > 0 && row[0] == '"' {
			i := 1
			for i < len(row) {
				end := bytes.IndexByte(row[i:], '"')
				if end < 0 {
					i = len(row)
					break
				}
				if i += end + 1; i >= len(row) || row[i] != '"' {
					break
				}
				i++
			}
			if rest := row[i:]; row[i-1] == '"' && i > 1 && (len(rest) == 0 || rest[0] == comma) {
				cell := row[1 : i-1]
				if bytes.Contains(cell, []byte(`""`)) {
					cell = bytes.ReplaceAll(cell, []byte(`""`), []byte(`"`))
				}
				cells = append(cells, cell)
				if len(rest) == 0 {
					return cells
				}
				row = rest[1:]
				continue
			}
		}
		cell, rest, more := bytes.Cut(row, []byte{comma})
		cells = append(cells, cell)
		if !more {
			return cells
		}
		row = rest
	}
}

// rowDecoder makes articles of rows.
type rowDecoder struct {
	in      *input
	fields  *fields
	comma   byte
	columns []column
}

// column is what a column holds; field is -1 where it is nothing of an article.
type column struct {
	name        []byte
	field, rank int
}

// header takes the names of the columns.
func (d *rowDecoder) header(row []byte) error {
	text := false
	var names []string
	for _, cell := range splitRow(row, d.comma, true) {
		c := column{name: bytes.TrimSpace(cell), field: -1}
		if p, ok := d.fields.place(c.name); ok {
			c.field, c.rank = p.field, p.rank
			text = text || p.field == fieldText
		}
		d.columns = append(d.columns, c)
		names = append(names, strings.ToValidUTF8(string(c.name[:min(len(c.name), 40)]), ""))
	}
	if !text {
		if len(names) > 20 {
			names = append(names[:20], "…")
		}
		return fmt.Errorf("a table with no column for the text among %q; name it with --text-field", strings.Join(names, ", "))
	}
	return nil
}

func (d *rowDecoder) article(it *Item) (extract.Article, error) {
	cells := splitRow(it.raw, d.comma, true)
	if d.comma == '\t' && len(cells) != len(d.columns) {
		cells = splitRow(it.raw, d.comma, false)
	}
	var v parts
	for i, cell := range cells {
		if i >= len(d.columns) || d.columns[i].field < 0 || len(cell) == 0 {
			continue
		}
		c := d.columns[i]
		if old := v[c.field]; old.raw == nil || c.rank < old.rank {
			v[c.field] = value{key: c.name, raw: cell, cell: true, rank: c.rank}
		}
	}
	a, err := d.fields.article(&v)
	if _, warned := errors.AsType[*Warning](err); err == nil || warned {
		err = cmp.Or(unmark(&a), err)
	}
	a.Source = it.Source
	if a.ID == "" {
		a.ID = d.in.id(it.record)
	}
	return a, err
}
