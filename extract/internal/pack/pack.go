// Package pack writes plain data - structs of exported fields, slices, maps, strings,
// numbers - as one compact run of bytes that is read back fast. It is for data
// that is compiled ahead and embedded: the same value gives the same bytes, and
// bytes that were written from another shape of the type are refused.
package pack

import (
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"math"
	"reflect"
	"slices"
	"strings"
)

// The form is, of unsigned varints but for the text:
//
//	shape of the type, bytes of text, number of strings, the strings' lengths
//	the value, depth first; a string is its number; a slice or map is its
//	length plus one, 0 for nil, and then its elements, those of maps in order of key
//	text

// ErrForm is returned by Unmarshal for bytes that are damaged or were written from another type.
var ErrForm = errors.New("pack: the data is damaged or of another version")

// Marshal writes v. Unexported fields are left out.
func Marshal[T any](v T) (string, error) {
	t := reflect.TypeFor[T]()
	shape, err := shapeOf(t)
	if err != nil {
		return "", err
	}
	e := &encoder{id: map[string]uint64{}}
	e.value(reflect.ValueOf(&v).Elem())
	text := strings.Join(e.strs, "")
	out := binary.AppendUvarint(nil, shape)
	out = binary.AppendUvarint(out, uint64(len(text)))
	out = binary.AppendUvarint(out, uint64(len(e.strs)))
	for _, s := range e.strs {
		out = binary.AppendUvarint(out, uint64(len(s)))
	}
	return string(out) + string(e.out) + text, nil
}

// Unmarshal reads into v what Marshal wrote of the same type. The strings of v
// are slices of data.
func Unmarshal[T any](data string, v *T) error {
	shape, err := shapeOf(reflect.TypeFor[T]())
	if err != nil {
		return err
	}
	d := &decoder{raw: data, fields: map[reflect.Type][]int{}}
	if d.uint() != shape {
		return ErrForm
	}
	size, n := d.uint(), d.count()
	if d.bad || size > uint64(len(d.raw)-d.at) {
		return ErrForm
	}
	at := len(d.raw) - int(size)
	text := d.raw[at:]
	d.raw = d.raw[:at]
	d.strs = make([]string, n)
	for i := range d.strs {
		n := d.uint()
		if n > uint64(len(text)) {
			return ErrForm
		}
		d.strs[i], text = text[:n], text[n:]
	}
	d.value(reflect.ValueOf(v).Elem())
	if d.bad || d.at < len(d.raw) || text != "" {
		return ErrForm
	}
	return nil
}

// shapeOf is a number that changes with the type's fields.
func shapeOf(t reflect.Type) (uint64, error) {
	h := fnv.New64a()
	var walk func(t reflect.Type) error
	walk = func(t reflect.Type) error {
		fmt.Fprintf(h, "%s(", t.Kind())
		var err error
		switch t.Kind() {
		case reflect.Bool, reflect.String, reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64,
			reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Float64:
		case reflect.Slice:
			err = walk(t.Elem())
		case reflect.Map:
			switch k := t.Key(); {
			case k.Kind() == reflect.String, k.Kind() == reflect.Int:
				err = errors.Join(walk(k), walk(t.Elem()))
			default:
				err = fmt.Errorf("pack: %s: keys must be strings or ints", t)
			}
		case reflect.Struct:
			for i := range t.NumField() {
				if f := t.Field(i); f.IsExported() {
					fmt.Fprintf(h, "%s ", f.Name)
					err = errors.Join(err, walk(f.Type))
				}
			}
		default:
			err = fmt.Errorf("pack: a %s is no plain data", t)
		}
		fmt.Fprint(h, ")")
		return err
	}
	err := walk(t)
	return h.Sum64(), err
}

type encoder struct {
	out  []byte
	strs []string
	id   map[string]uint64
}

func (e *encoder) uint(n uint64) { e.out = binary.AppendUvarint(e.out, n) }

func (e *encoder) value(v reflect.Value) {
	switch v.Kind() {
	case reflect.Bool:
		n := uint64(0)
		if v.Bool() {
			n = 1
		}
		e.uint(n)
	case reflect.String:
		s := v.String()
		i, ok := e.id[s]
		if !ok {
			i = uint64(len(e.strs))
			e.id[s] = i
			e.strs = append(e.strs, s)
		}
		e.uint(i)
	case reflect.Float64:
		e.uint(math.Float64bits(v.Float()))
	case reflect.Slice:
		if v.IsNil() {
			e.uint(0)
			return
		}
		e.uint(uint64(v.Len()) + 1)
		for i := range v.Len() {
			e.value(v.Index(i))
		}
	case reflect.Map:
		if v.IsNil() {
			e.uint(0)
			return
		}
		e.uint(uint64(v.Len()) + 1)
		keys := v.MapKeys()
		slices.SortFunc(keys, func(a, b reflect.Value) int {
			if a.Kind() == reflect.String {
				return strings.Compare(a.String(), b.String())
			}
			return cmp.Compare(a.Int(), b.Int())
		})
		for _, k := range keys {
			e.value(k)
			e.value(v.MapIndex(k))
		}
	case reflect.Struct:
		t := v.Type()
		for i := range v.NumField() {
			if t.Field(i).IsExported() {
				e.value(v.Field(i))
			}
		}
	default:
		if v.CanInt() {
			e.uint(uint64(v.Int()<<1) ^ uint64(v.Int()>>63))
			return
		}
		e.uint(v.Uint())
	}
}

// decoder reads the varints; after a fault all it gives is zero.
type decoder struct {
	raw    string
	at     int
	strs   []string
	bad    bool
	fields map[reflect.Type][]int // the exported ones
}

func (d *decoder) exported(t reflect.Type) []int {
	list, ok := d.fields[t]
	if !ok {
		for i := range t.NumField() {
			if t.Field(i).IsExported() {
				list = append(list, i)
			}
		}
		d.fields[t] = list
	}
	return list
}

func (d *decoder) fail() uint64 {
	d.bad, d.at = true, len(d.raw)
	return 0
}

func (d *decoder) uint() uint64 {
	if d.at < len(d.raw) && d.raw[d.at] < 0x80 {
		d.at++
		return uint64(d.raw[d.at-1])
	}
	var n uint64
	for i := 0; d.at+i < len(d.raw) && i < binary.MaxVarintLen64; i++ {
		c := d.raw[d.at+i]
		n |= uint64(c&0x7f) << (7 * i)
		if c < 0x80 {
			d.at += i + 1
			return n
		}
	}
	return d.fail()
}

// count reads how many things follow, each of at least one byte.
func (d *decoder) count() int {
	n := d.uint()
	if n > uint64(len(d.raw)-d.at) {
		n = d.fail()
	}
	return int(n)
}

// length reads the length of a slice or map; ok is false for nil.
func (d *decoder) length() (n int, ok bool) {
	m := d.uint()
	if m == 0 {
		return 0, false
	}
	if m-1 > uint64(len(d.raw)-d.at) {
		d.fail()
		return 0, false
	}
	return int(m - 1), true
}

func (d *decoder) str() string {
	i := d.uint()
	if i >= uint64(len(d.strs)) {
		d.fail()
		return ""
	}
	return d.strs[i]
}

func (d *decoder) value(v reflect.Value) {
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(d.uint() != 0)
	case reflect.String:
		v.SetString(d.str())
	case reflect.Float64:
		v.SetFloat(math.Float64frombits(d.uint()))
	case reflect.Slice:
		n, ok := d.length()
		if !ok {
			return
		}
		switch list := v.Addr().Interface().(type) { // the usual kinds, without reflection
		case *[]string:
			*list = make([]string, n)
			for i := range *list {
				(*list)[i] = d.str()
			}
			return
		case *[]uint64:
			*list = make([]uint64, n)
			for i := range *list {
				(*list)[i] = d.uint()
			}
			return
		case *[]uint8:
			*list = make([]uint8, n)
			for i := range *list {
				(*list)[i] = uint8(d.uint())
			}
			return
		}
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		for i := 0; i < n && !d.bad; i++ {
			d.value(v.Index(i))
		}
	case reflect.Map:
		n, ok := d.length()
		if !ok {
			return
		}
		t := v.Type()
		v.Set(reflect.MakeMapWithSize(t, n))
		key, elem := reflect.New(t.Key()).Elem(), reflect.New(t.Elem()).Elem()
		for i := 0; i < n && !d.bad; i++ {
			elem.SetZero()
			d.value(key)
			d.value(elem)
			v.SetMapIndex(key, elem)
		}
	case reflect.Struct:
		for _, i := range d.exported(v.Type()) {
			d.value(v.Field(i))
		}
	default:
		n := d.uint()
		if v.CanInt() {
			v.SetInt(int64(n>>1) ^ -int64(n&1))
			return
		}
		v.SetUint(n)
	}
}
