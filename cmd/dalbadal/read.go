package main

import (
	"bytes"

	"github.com/spf13/cobra"

	"github.com/dalbadal/dalbadal/extract/source"
)

func (c *command) readCommand() *cobra.Command {
	var o batchFlags
	cmd := &cobra.Command{
		Use:   "read [FILE|DIR|-]...",
		Short: "Print the articles as they were read",
		Long: `Print the articles in files, directories and standard input (- or no name) as
they were read, one JSON object a line, with id, source, title, text, published,
url and outlet; what an article does not have is left out. extract reads this
again and finds the same records: a dump is cleaned once and extracted often,
and what extract sees can be looked at.`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, names []string) error {
			return c.batch(cmd.Context(), &o, names, frame{}, new(summary), readItem)
		},
	}
	cmd.Flags().SortFlags = false
	o.register(cmd)
	return cmd
}

// readItem gives an article as a line of JSON.
func readItem(it source.Item) (out outcome) {
	article, ok := out.article(it)
	if !ok {
		return out
	}
	var b bytes.Buffer
	b.Grow(len(article.Text) + len(article.Title) + 512) // with what it takes beside them
	writeJSON(&b, article)
	out.text = b.Bytes()
	return out
}
