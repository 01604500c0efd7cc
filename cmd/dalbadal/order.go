package main

import (
	"context"
	"iter"
	"sync"
	"sync/atomic"
)

// What may stand between reading and printing, for each goroutine at work. The bytes are counted by what items and
// outcomes say of themselves. They can be more by one item, which is in memory before its size is known; so the most that is
// held is n × heldBytes and the largest item.
const (
	heldItems = 128
	heldBytes = 8 << 20
)

// A worker takes several small items at a time, so that taking them costs little beside the work. Large ones wait for each
// other: work on an item can need many times its bytes, so those at work have at most n × workBytes, or are one item.
const (
	takenItems = 16
	takenBytes = 256 << 10
	workBytes  = 2 << 20
)

// inOrder applies work to the items of a sequence on n goroutines and yields the outcomes in the order of the items, whatever
// n is. With each comes whether another is on its way. An item is held no longer than work needs it, an outcome until the
// next is asked for; size and weight tell their bytes. It ends early when ctx is done or nobody asks any more: then what is
// at work is finished for nobody, and no goroutine stays but for a read that never returns.
func inOrder[In, Out any](ctx context.Context, n int, items iter.Seq[In], size func(In) int, work func(In) Out, weight func(Out) int) iter.Seq2[Out, bool] {
	return func(yield func(Out, bool) bool) {
		p := &pipeline[In, Out]{slots: make([]slot[In, Out], n*heldItems), workers: n}
		p.readable.L, p.room.L, p.printable.L = &p.mu, &p.mu, &p.mu
		defer p.stop()
		defer context.AfterFunc(ctx, p.stop)()
		if ctx.Err() != nil { // its AfterFunc may come late
			return
		}
		go func() {
			defer p.end()
			for item := range items {
				if !p.put(item, size(item)) {
					return
				}
			}
		}()
		for range n {
			go func() {
				batch := make([]slot[In, Out], 0, takenItems)
				for {
					var at int
					if batch, at = p.take(batch[:0]); len(batch) == 0 {
						return
					}
					for i := range batch {
						if p.stopped.Load() {
							return
						}
						item := batch[i].item
						batch[i].item = *new(In)
						batch[i].out = work(item)
						batch[i].size = weight(batch[i].out)
					}
					p.deliver(batch, at)
					clear(batch)
				}
			}()
		}
		var ready []slot[In, Out]
		for {
			var more bool
			if ready, more = p.next(ready); len(ready) == 0 {
				return
			}
			for i := range ready {
				out := ready[i].out
				ready[i].out = *new(Out)
				if p.stopped.Load() || !yield(out, more || i+1 < len(ready)) {
					return
				}
			}
		}
	}
}

// pipeline is a ring of items and outcomes. The reader puts items at its end, workers take them from the middle and put
// outcomes in their place, the printer takes those from its start.
type pipeline[In, Out any] struct {
	mu                        sync.Mutex
	readable, room, printable sync.Cond // for workers, the reader, the printer to wait on
	slots                     []slot[In, Out]
	printed, taken, read      int  // how many items have been; printed ≤ taken ≤ read ≤ printed + len(slots)
	held                      int  // bytes
	working                   int  // bytes of the items at work
	waiting                   bool // for less of them
	workers                   int
	ended                     bool // no more items come
	stopped                   atomic.Bool
}

// slot is an item, then its outcome.
type slot[In, Out any] struct {
	item In
	out  Out
	size int // of the item, then of the outcome
	done bool
}

func (p *pipeline[In, Out]) slot(n int) *slot[In, Out] { return &p.slots[n%len(p.slots)] }

// put adds an item and waits until there is room for another; false says that none is wanted.
func (p *pipeline[In, Out]) put(item In, size int) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	*p.slot(p.read) = slot[In, Out]{item: item, size: size}
	p.read++
	p.held += size
	p.readable.Signal()
	for !p.stopped.Load() && (p.read-p.printed == len(p.slots) || p.held >= p.workers*heldBytes) {
		p.room.Wait()
	}
	return !p.stopped.Load()
}

// end says that no more items come.
func (p *pipeline[In, Out]) end() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.ended = true
	p.readable.Broadcast()
	p.printable.Broadcast()
}

// take gives the next items to work on, at least one, and the number of the first; none at the end.
func (p *pipeline[In, Out]) take(batch []slot[In, Out]) ([]slot[In, Out], int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for !p.stopped.Load() && !p.mayTake() && !(p.ended && p.taken == p.read) {
		p.waiting = p.waiting || p.taken < p.read
		p.readable.Wait()
	}
	at := p.taken
	if p.stopped.Load() {
		return batch, at
	}
	most := min(takenItems, (p.read-p.taken+p.workers-1)/p.workers) // the others get their share
	for bytes := 0; len(batch) < most && bytes < takenBytes && p.mayTake(); p.taken++ {
		s := p.slot(p.taken)
		batch = append(batch, *s)
		s.item = *new(In) // it is the worker's alone now
		bytes += s.size
		p.working += s.size
	}
	return batch, at
}

// mayTake says whether there is an item to take, and not too much at work.
func (p *pipeline[In, Out]) mayTake() bool {
	return p.taken < p.read && (p.working == 0 || p.working+p.slot(p.taken).size <= p.workers*workBytes)
}

// deliver puts outcomes in the place of the items from number at.
func (p *pipeline[In, Out]) deliver(batch []slot[In, Out], at int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for i := range batch {
		s := p.slot(at + i)
		p.working -= s.size
		p.held += batch[i].size - s.size
		s.out, s.size, s.done = batch[i].out, batch[i].size, true
	}
	if p.slot(p.printed).done {
		p.printable.Signal()
	}
	if p.waiting {
		p.waiting = false
		p.readable.Broadcast()
	}
	p.room.Signal()
}

// next gives the outcomes that are next to print, and whether others are on their way; none at the end. What it gave before
// is printed and makes room.
func (p *pipeline[In, Out]) next(ready []slot[In, Out]) ([]slot[In, Out], bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.printed += len(ready)
	for _, s := range ready {
		p.held -= s.size
	}
	p.room.Signal()
	ready = ready[:0]
	for !p.stopped.Load() && !p.slot(p.printed).done && !(p.ended && p.printed == p.read) {
		p.printable.Wait()
	}
	if p.stopped.Load() {
		return ready, false
	}
	for {
		s := p.slot(p.printed + len(ready))
		if !s.done { // at the latest where the ring has gone round
			return ready, p.printed+len(ready) < p.read
		}
		ready = append(ready, *s)
		*s = slot[In, Out]{}
	}
}

// stop ends all that waits.
func (p *pipeline[In, Out]) stop() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.stopped.Store(true)
	p.readable.Broadcast()
	p.room.Broadcast()
	p.printable.Broadcast()
}
