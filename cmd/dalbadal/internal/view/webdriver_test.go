package view

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"testing"
	"time"
)

// browser is a session of a headless Chromium, by the WebDriver protocol.
type browser struct {
	t       testing.TB
	session string // address of the session
}

var listening = regexp.MustCompile(`started successfully on port (\d+)`)

// newBrowser starts chromedriver and a session. Without DALBADAL_BROWSER in the environment the test is skipped.
func newBrowser(t testing.TB) *browser {
	t.Helper()
	if os.Getenv("DALBADAL_BROWSER") == "" {
		t.Skip("needs Chromium; .ci/browser installs it and runs this test")
	}
	driver := exec.Command("chromedriver", "--port=0")
	out, err := driver.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := driver.Start(); err != nil {
		t.Fatalf("chromedriver: %v; .ci/browser installs it", err)
	}
	t.Cleanup(func() {
		_ = driver.Process.Kill()
		_ = driver.Wait()
	})
	port := make(chan string, 1)
	go func() {
		for lines := bufio.NewScanner(out); lines.Scan(); {
			if m := listening.FindStringSubmatch(lines.Text()); m != nil {
				port <- m[1]
			}
		}
	}()
	b := &browser{t: t}
	select {
	case p := <-port:
		b.session = "http://127.0.0.1:" + p + "/session"
	case <-time.After(30 * time.Second):
		t.Fatal("chromedriver does not say its port")
	}
	args := []string{"--headless=new", "--disable-gpu", "--hide-scrollbars", "--window-size=1280,900"}
	if os.Geteuid() == 0 {
		args = append(args, "--no-sandbox") // Chromium has none for root
	}
	var made struct{ SessionID string }
	b.call("POST", "", map[string]any{"capabilities": map[string]any{"alwaysMatch": map[string]any{
		"browserName": "chrome", "goog:chromeOptions": map[string]any{"args": args}, "goog:loggingPrefs": map[string]string{"browser": "ALL"},
	}}}, &made)
	b.session += "/" + made.SessionID
	t.Cleanup(func() { b.call("DELETE", "", nil, nil) })
	return b
}

// call makes a request of the protocol and reads the value that it answers.
func (b *browser) call(method, path string, body, value any) {
	b.t.Helper()
	var raw []byte
	if method == "POST" {
		if body == nil {
			body = struct{}{}
		}
		var err error
		if raw, err = json.Marshal(body); err != nil {
			b.t.Fatal(err)
		}
	}
	request, err := http.NewRequest(method, b.session+path, bytes.NewReader(raw))
	if err != nil {
		b.t.Fatal(err)
	}
	client := http.Client{Timeout: time.Minute}
	response, err := client.Do(request)
	if err != nil {
		b.t.Fatal(err)
	}
	defer response.Body.Close()
	answer, err := io.ReadAll(response.Body)
	if err != nil {
		b.t.Fatal(err)
	}
	if response.StatusCode != http.StatusOK {
		b.t.Fatalf("%s %s: %s", method, path, answer)
	}
	if value == nil {
		return
	}
	if err := json.Unmarshal(answer, &struct{ Value any }{value}); err != nil {
		b.t.Fatalf("%s %s: %v in %s", method, path, err, answer)
	}
}

func (b *browser) open(address string) {
	b.call("POST", "/url", map[string]string{"url": address}, nil)
}

// run runs a function's body in the page and reads what it returns.
func (b *browser) run(value any, body string, args ...any) {
	b.t.Helper()
	if args == nil {
		args = []any{}
	}
	b.call("POST", "/execute/sync", map[string]any{"script": body, "args": args}, value)
}

// click clicks the first element that a selector finds, as a mouse does.
func (b *browser) click(selector string) {
	b.t.Helper()
	var element map[string]string
	b.call("POST", "/element", map[string]string{"using": "css selector", "value": selector}, &element)
	for _, id := range element {
		b.call("POST", "/element/"+id+"/click", nil, nil)
	}
}

// point moves the mouse onto the first element that a selector finds.
func (b *browser) point(selector string) {
	b.t.Helper()
	var element map[string]string
	b.call("POST", "/element", map[string]string{"using": "css selector", "value": selector}, &element)
	move := map[string]any{"type": "pointerMove", "duration": 0, "origin": element, "x": 0, "y": 0}
	b.call("POST", "/actions", map[string]any{"actions": []any{map[string]any{"type": "pointer", "id": "mouse", "actions": []any{move}}}}, nil)
}

// keys types keys, one after the other. Those that are no characters are of the protocol: \ue004 is Tab, \ue007 Enter.
func (b *browser) keys(keys ...string) {
	b.t.Helper()
	var actions []map[string]string
	for _, k := range keys {
		actions = append(actions, map[string]string{"type": "keyDown", "value": k}, map[string]string{"type": "keyUp", "value": k})
	}
	b.call("POST", "/actions", map[string]any{"actions": []any{map[string]any{"type": "key", "id": "keyboard", "actions": actions}}}, nil)
}

// device makes the window that of a device: its width and height in CSS pixels, and its colours.
func (b *browser) device(width, height int, scheme string) {
	b.t.Helper()
	b.devtools("Emulation.setDeviceMetricsOverride", map[string]any{"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600})
	b.devtools("Emulation.setEmulatedMedia", map[string]any{"features": []any{map[string]string{"name": "prefers-color-scheme", "value": scheme}}})
}

func (b *browser) devtools(command string, params map[string]any) {
	b.t.Helper()
	b.call("POST", "/goog/cdp/execute", map[string]any{"cmd": command, "params": params}, nil)
}

// shot writes a picture of the window into the folder DALBADAL_SHOTS, if there is one.
func (b *browser) shot(name string) {
	b.t.Helper()
	dir := os.Getenv("DALBADAL_SHOTS")
	if dir == "" {
		return
	}
	var picture string
	b.call("GET", "/screenshot", nil, &picture)
	raw, err := base64.StdEncoding.DecodeString(picture)
	if err != nil {
		b.t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, name+".png"), raw, 0o644); err != nil {
		b.t.Fatal(err)
	}
}

// logged gives what the page wrote to the console, faults among it.
func (b *browser) logged() (lines []string) {
	b.t.Helper()
	var list []struct{ Level, Message string }
	b.call("POST", "/se/log", map[string]string{"type": "browser"}, &list)
	for _, l := range list {
		lines = append(lines, fmt.Sprintf("%s: %s", l.Level, l.Message))
	}
	return lines
}
