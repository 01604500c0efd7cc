package page

// article gives the paragraphs of the article.
func (w *walker) article(at int, f *facts, title string) []string {
	return w.paragraphs(at, title)
}
