package main

import (
	"context"
	"iter"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

// upTo yields 0 to n-1.
func upTo(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

func square(i int) int     { return i * i }
func weightless(int) int   { return 0 }
func sized(n int) sizeFunc { return func(int) int { return n } }

type sizeFunc = func(int) int

func TestInOrder(t *testing.T) {
	for _, n := range []int{1, 2, 3, 8} {
		for _, size := range []int{0, takenBytes, heldBytes / 2, heldBytes, 8 * heldBytes} {
			next := 0
			for got, more := range inOrder(t.Context(), n, upTo(1000), sized(size), square, sized(size)) {
				if got != next*next {
					t.Fatalf("%d goroutines: item %d gave %d", n, next, got)
				}
				if next++; next == 1000 && more {
					t.Errorf("%d goroutines: more after the last", n)
				}
			}
			if next != 1000 {
				t.Errorf("%d goroutines: %d outcomes of 1000", n, next)
			}
		}
	}
	for range inOrder(t.Context(), 2, upTo(0), weightless, square, weightless) {
		t.Error("an outcome of nothing")
	}
}

// TestInOrderIsBounded: what was read and not yet printed is bounded in bytes and in items, however slow the printer is.
func TestInOrderIsBounded(t *testing.T) {
	const n = 2
	for _, c := range []struct{ size, bytes, items int }{
		{size: 1, bytes: n * heldItems, items: n * heldItems},
		{size: 1 << 20, bytes: n*heldBytes + 1<<20, items: n*heldBytes>>20 + 1},
		{size: 64 << 20, bytes: 64 << 20, items: 1}, // never two of the largest lines
	} {
		synctest.Test(t, func(t *testing.T) {
			var held atomic.Int64 // items
			most := int64(0)
			items := func(yield func(int) bool) {
				for i := range 1000 {
					most = max(most, held.Add(1))
					if !yield(i) {
						return
					}
				}
			}
			for range inOrder(t.Context(), n, items, sized(c.size), square, sized(c.size)) {
				synctest.Wait() // until the reader can read no further
				held.Add(-1)
			}
			if got := int(most); got > c.items || got*c.size > c.bytes {
				t.Errorf("items of %d bytes: %d are held, not %d", c.size, got, c.items)
			}
		})
	}
}

// TestInOrderLargeWork: small items are worked on at a time, large ones one after the other.
func TestInOrderLargeWork(t *testing.T) {
	for _, c := range []struct{ size, want int }{
		{1, 4},
		{workBytes, 4},
		{2 * workBytes, 2},
		{4 * workBytes, 1},
		{64 << 20, 1},
	} {
		synctest.Test(t, func(t *testing.T) {
			var at atomic.Int64
			var mu sync.Mutex
			most := int64(0)
			work := func(i int) int {
				n := at.Add(1)
				time.Sleep(time.Second) // of the bubble's clock: passes when all others wait
				mu.Lock()
				most = max(most, n)
				mu.Unlock()
				at.Add(-1)
				return i
			}
			for range inOrder(t.Context(), 4, upTo(200), sized(c.size), work, weightless) {
			}
			if int(most) != c.want {
				t.Errorf("%d items of %d bytes are at work, not %d", most, c.size, c.want)
			}
		})
	}
}

// TestInOrderEndsEarly: no goroutine stays when nobody asks any more or ctx is done; synctest fails where one does.
func TestInOrderEndsEarly(t *testing.T) {
	forever := func(yield func(int) bool) {
		for i := 0; yield(i); i++ {
		}
	}
	for _, size := range []int{0, takenBytes, 8 * heldBytes} {
		synctest.Test(t, func(t *testing.T) {
			for got := range inOrder(t.Context(), 3, forever, sized(size), square, sized(size)) {
				if got == 100 {
					break
				}
			}
		})
		synctest.Test(t, func(t *testing.T) {
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			after := 0
			for got := range inOrder(ctx, 3, forever, sized(size), square, sized(size)) {
				if got == 100 {
					cancel()
					synctest.Wait()
				} else if got > 100 {
					after++
				}
			}
			if after > 0 {
				t.Errorf("%d outcomes after the end of ctx", after)
			}
		})
	}
}

// TestInOrderStreams: an outcome comes while the reader waits for its next item.
func TestInOrderStreams(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		typed := make(chan int)
		items := func(yield func(int) bool) {
			for i := range typed {
				if !yield(i) {
					return
				}
			}
		}
		go func() { typed <- 1 }()
		for got, more := range inOrder(t.Context(), 2, items, weightless, square, weightless) {
			switch {
			case more:
				t.Errorf("after %d another is said to be on its way", got)
			case got == 1:
				go func() { typed <- 2 }()
			default:
				close(typed)
			}
		}
	})
}

// BenchmarkInOrder is what the pipeline costs for an item, beside reading it and the work.
func BenchmarkInOrder(b *testing.B) {
	b.ReportAllocs()
	for range inOrder(b.Context(), 2, upTo(b.N), weightless, square, weightless) {
	}
}
