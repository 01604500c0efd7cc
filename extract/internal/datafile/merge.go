package datafile

import "reflect"

// Merge adds what more holds to base; both point to structs of one type. Lists of words grow; a mapping from a word or
// number to a list grows key by key, any other takes the new value of a key; numbers and texts are replaced where more has one.
// Other lists are left alone: their entries have ids, and whoever knows them merges them.
func Merge(base, more any) { merge(reflect.ValueOf(base).Elem(), reflect.ValueOf(more).Elem()) }

func merge(base, more reflect.Value) {
	switch base.Kind() {
	case reflect.Struct:
		for i := range base.NumField() {
			if base.Type().Field(i).IsExported() {
				merge(base.Field(i), more.Field(i))
			}
		}
	case reflect.Slice:
		if base.Type().Elem().Kind() == reflect.String {
			base.Set(reflect.AppendSlice(base, more))
		}
	case reflect.Map:
		if base.IsNil() && more.Len() > 0 {
			base.Set(reflect.MakeMap(base.Type()))
		}
		for _, k := range more.MapKeys() {
			v := more.MapIndex(k)
			if old := base.MapIndex(k); old.IsValid() && v.Kind() == reflect.Slice {
				v = reflect.AppendSlice(reflect.AppendSlice(reflect.MakeSlice(v.Type(), 0, old.Len()+v.Len()), old), v)
			}
			base.SetMapIndex(k, v)
		}
	default:
		if !more.IsZero() {
			base.Set(more)
		}
	}
}
