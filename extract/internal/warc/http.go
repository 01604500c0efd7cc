package warc

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"mime"
	"strconv"
	"strings"

	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/zlib"

	"github.com/dalbadal/dalbadal/extract/internal/unpack"
)

// Response is an answer of HTTP.
type Response struct {
	Status int
	Header Header
	// Body is as it was sent; see Content.
	Body []byte
}

// ErrLong says that a body is longer than the limit.
var ErrLong = errors.New("longer than the limit")

// ParseResponse reads the block of a response, or its beginning as far as it is there. The Body is a part of the block.
func ParseResponse(block []byte) (*Response, error) {
	line, rest, _ := bytes.Cut(block, []byte("\n"))
	version, after, _ := strings.Cut(strings.TrimSpace(string(line[:min(len(line), 64)])), " ")
	code, _, _ := strings.Cut(strings.TrimSpace(after), " ")
	status, err := strconv.Atoi(code)
	if !strings.HasPrefix(version, "HTTP/") || err != nil {
		return nil, fmt.Errorf("an HTTP response that begins with %.20q, not with its status", line)
	}
	end := 0
	if !bytes.HasPrefix(rest, []byte("\n")) && !bytes.HasPrefix(rest, []byte("\r\n")) {
		if end = headerEnd(rest); end < 0 {
			end = len(rest)
		}
	} else {
		end = bytes.IndexByte(rest, '\n') + 1
	}
	h, _ := parseHeader(rest[:end]) // servers send odd lines, and browsers do not mind
	return &Response{Status: status, Header: h, Body: rest[end:]}, nil
}

// MediaType is the type of a body in lower case, without parameters: "text/html".
func MediaType(contentType string) string {
	t, _, err := mime.ParseMediaType(contentType)
	if err != nil {
		t, _, _ = strings.Cut(contentType, ";")
		t = strings.ToLower(strings.TrimSpace(t))
	}
	return t
}

// Content is the body as it was meant: its chunks joined and its compression undone. Archives hold bodies on which
// that has been done without changing the header, so what is not in the form that the header tells is taken as it is.
func (r *Response) Content(limit int) ([]byte, error) {
	body := r.Body
	var err error
	if strings.EqualFold(lastOf(r.Header.Get("Transfer-Encoding")), "chunked") {
		if body, err = joinChunks(body); err != nil {
			return nil, err
		}
	}
	for list := r.Header.Get("Content-Encoding"); list != ""; {
		coding := lastOf(list)
		list = strings.TrimRight(strings.TrimSuffix(strings.TrimSpace(list), coding), ", \t")
		if body, err = decode(strings.ToLower(coding), body, limit); err != nil {
			return nil, err
		}
	}
	if len(body) > limit {
		return nil, ErrLong
	}
	return body, nil
}

// Plain says whether Content is Body as it is.
func (r *Response) Plain() bool {
	return r.Header.Get("Transfer-Encoding") == "" && r.Header.Get("Content-Encoding") == ""
}

// lastOf is the last word of a list: codings are named in the order in which they were done.
func lastOf(list string) string {
	return strings.TrimSpace(list[strings.LastIndexByte(list, ',')+1:])
}

func decode(coding string, body []byte, limit int) ([]byte, error) {
	var r io.Reader
	var err error
	switch coding {
	case "", "identity":
		return body, nil
	case "gzip", "x-gzip", "zstd":
		kind := unpack.Of(body)
		if kind == unpack.None {
			return body, nil
		}
		r, err = unpack.New(kind, bytes.NewReader(body))
	case "deflate":
		// Meant is zlib; some servers send what is inside it.
		if r, err = zlib.NewReader(bytes.NewReader(body)); err != nil {
			r, err = flate.NewReader(bytes.NewReader(body)), nil
			out, fault := io.ReadAll(io.LimitReader(r, int64(limit)+1))
			if fault != nil && len(out) == 0 {
				return body, nil
			}
			r = io.MultiReader(bytes.NewReader(out), failing{fault})
		}
	default:
		return nil, fmt.Errorf("a page compressed with %.20q, which is not read; archive it uncompressed or with gzip", coding)
	}
	if err != nil {
		return nil, err
	}
	out, err := io.ReadAll(io.LimitReader(r, int64(limit)+1))
	if len(out) > limit {
		return nil, ErrLong
	}
	if err != nil {
		return nil, fmt.Errorf("a page whose %s compression is damaged (%w)", coding, err)
	}
	return out, nil
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) {
	if f.err == nil {
		return 0, io.EOF
	}
	return 0, f.err
}

// joinChunks undoes the chunked coding of RFC 9112, 7.1.
func joinChunks(body []byte) ([]byte, error) {
	var out []byte
	for rest := body; ; {
		line, after, whole := bytes.Cut(rest, []byte("\n"))
		size, _, _ := bytes.Cut(bytes.TrimSpace(line[:min(len(line), 1<<10)]), []byte(";"))
		n, err := strconv.ParseUint(string(bytes.TrimSpace(size)), 16, 62)
		switch {
		case out == nil && (err != nil || !whole || n > uint64(len(after))):
			return body, nil // joined before it was archived
		case err != nil, !whole && n > 0, n > uint64(len(after)):
			return nil, errors.New("a page whose last chunk is damaged or cut short; fetch it again")
		case n == 0:
			return out, nil
		}
		if out == nil {
			out = make([]byte, 0, len(body))
		}
		out = append(out, after[:n]...)
		rest = bytes.TrimPrefix(bytes.TrimPrefix(after[n:], []byte("\r")), []byte("\n"))
	}
}
