package main

import (
	"io"

	"github.com/spf13/cobra"

	"github.com/dalbadal/dalbadal/extract"
)

func (c *command) schemaCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "schema",
		Short: "Print the JSON Schema (2020-12) of a record",
		Args:  arguments(0, 0),
		RunE: func(*cobra.Command, []string) error {
			return c.printTo(func(w io.Writer) error {
				_, err := w.Write(extract.RecordSchema())
				return err
			})
		},
	}
}
