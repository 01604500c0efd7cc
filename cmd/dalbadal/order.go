package main

import (
	"context"
	"iter"
	"sync"
)

// heldBytes bounds what items between reading and printing hold, together; one
// item alone may hold more.
const heldBytes = 64 << 20

// inOrder applies work to the items of a sequence on n goroutines and yields
// the outcomes in the order of the items, whatever n is. With each comes
// whether another is on its way. The sequence is read ahead by a bounded
// number of items and bytes. It ends early when ctx is done.
func inOrder[In, Out any](ctx context.Context, n int, items iter.Seq[In], size func(In) int, work func(In) Out) iter.Seq2[Out, bool] {
	return func(yield func(Out, bool) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		type task struct {
			item In
			size int
			out  chan Out
		}
		held := newBudget(ctx, heldBytes)
		todo := make(chan task, 4*n)
		queue := make(chan task, 16*n) // the same tasks, in order

		go func() { // may stay behind in a read that never returns, when ctx ends
			defer close(queue)
			defer close(todo)
			for item := range items {
				t := task{item, size(item), make(chan Out, 1)}
				if !held.take(t.size) {
					return
				}
				for _, ch := range []chan task{queue, todo} {
					select {
					case ch <- t:
					case <-ctx.Done():
						return
					}
				}
			}
		}()
		for range n {
			go func() {
				for t := range todo {
					t.out <- work(t.item)
				}
			}()
		}

		for {
			select {
			case <-ctx.Done():
				return
			case t, ok := <-queue:
				if !ok {
					return
				}
				select {
				case <-ctx.Done():
					return
				case out := <-t.out:
					held.give(t.size)
					if !yield(out, len(queue) > 0) {
						return
					}
				}
			}
		}
	}
}

// budget is a number of bytes that can be taken and given back, until ctx is done.
type budget struct {
	ctx        context.Context
	mu         sync.Mutex
	changed    *sync.Cond
	limit, out int
}

func newBudget(ctx context.Context, limit int) *budget {
	b := &budget{ctx: ctx, limit: limit}
	b.changed = sync.NewCond(&b.mu)
	context.AfterFunc(ctx, func() { b.give(0) }) // wakes take
	return b
}

// take waits until n bytes are there, or nothing is out. It reports false when
// ctx is done.
func (b *budget) take(n int) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	for b.out > 0 && b.out+n > b.limit && b.ctx.Err() == nil {
		b.changed.Wait()
	}
	b.out += n
	return b.ctx.Err() == nil
}

func (b *budget) give(n int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.out -= n
	b.changed.Broadcast()
}
