// Checks a dumped log with the Go team's own packages for such logs: another language, another author, no shared code.
package main

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type proofs struct {
	Inclusion []struct {
		Index int64
		Entry []byte
		Path  [][]byte
	}
	Consistency [][]byte
}

var folder string

func main() {
	folder = os.Args[1]
	verifier, err := note.NewVerifier(string(read("vkey")))
	must(err, "the verifier key")
	older, newer := open(verifier, "checkpoint.older"), open(verifier, "checkpoint")
	altered := strings.Replace(string(read("checkpoint")), "\n", "x\n", 1)
	if _, err := note.Open([]byte(altered), note.VerifierList(verifier)); err == nil {
		fail("an altered checkpoint was accepted")
	}

	// Tiles, authenticated against the signed root, and every entry against its leaf hash.
	hashes := tlog.TileHashReader(newer, &tiles{})
	entries := bundles(newer.N)
	for at := int64(0); at < newer.N; at++ {
		if at%97 != 0 && at != newer.N-1 {
			continue
		}
		found, err := hashes.ReadHashes([]int64{tlog.StoredHashIndex(0, at)})
		must(err, fmt.Sprintf("the tiles at line %d", at))
		if found[0] != tlog.RecordHash(entries[at]) {
			fail(fmt.Sprintf("entry %d is not the one in its tile", at))
		}
	}
	root, err := tlog.TreeHash(newer.N, hashes)
	must(err, "the root from the tiles")
	if root != newer.Hash {
		fail("the tiles make another root")
	}

	// Huiyin's own proofs, checked here; and each with one bit flipped.
	var given proofs
	must(json.Unmarshal(read("proofs.json"), &given), "proofs.json")
	for _, one := range given.Inclusion {
		path := hashList(one.Path)
		leaf := tlog.RecordHash(one.Entry)
		must(tlog.CheckRecord(path, newer.N, newer.Hash, one.Index, leaf), fmt.Sprintf("the proof of line %d", one.Index))
		leaf[0] ^= 1
		if tlog.CheckRecord(path, newer.N, newer.Hash, one.Index, leaf) == nil {
			fail("an altered entry was accepted")
		}
	}
	growth := tlog.TreeProof(hashList(given.Consistency))
	must(tlog.CheckTree(growth, newer.N, newer.Hash, older.N, older.Hash), "the proof of growth")
	growth[0][31] ^= 1
	if tlog.CheckTree(growth, newer.N, newer.Hash, older.N, older.Hash) == nil {
		fail("an altered proof of growth was accepted")
	}
	fmt.Printf("Go's sumdb/note and tlog agree: %d lines, %d of them after a checkpoint of %d, %d proofs.\n",
		newer.N, newer.N-older.N, older.N, len(given.Inclusion))
}

func open(verifier note.Verifier, name string) tlog.Tree {
	signed, err := note.Open(read(name), note.VerifierList(verifier))
	must(err, name)
	lines := strings.Split(signed.Text, "\n")
	size, err := strconv.ParseInt(lines[1], 10, 64)
	must(err, name)
	root, err := tlog.ParseHash(lines[2])
	must(err, name)
	if lines[0] != verifier.Name() {
		fail("the origin is not the name of the key")
	}
	return tlog.Tree{N: size, Hash: root}
}

// tiles reads the files as they are served: tile/<L>/<N>[.p/<W>], 256 wide.
type tiles struct{}

func (*tiles) Height() int                        { return 8 }
func (*tiles) SaveTiles(_ []tlog.Tile, _ [][]byte) {}
func (*tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	var data [][]byte
	for _, tile := range wanted {
		data = append(data, read(strings.Replace(tile.Path(), "tile/8/", "tile/", 1)))
	}
	return data, nil
}

func bundles(size int64) [][]byte {
	var entries [][]byte
	for index := int64(0); int64(len(entries)) < size; index++ {
		width := size - index*256
		if width > 256 {
			width = 256
		}
		tile := tlog.Tile{H: 8, L: -1, N: index, W: int(width)}
		bundle := read(strings.Replace(tile.Path(), "tile/8/data/", "tile/entries/", 1))
		for len(bundle) > 0 {
			length := int(bundle[0])<<8 | int(bundle[1])
			entries = append(entries, bundle[2:2+length])
			bundle = bundle[2+length:]
		}
	}
	return entries
}

func hashList(list [][]byte) []tlog.Hash {
	var hashes []tlog.Hash
	for _, bytes := range list {
		hash, err := tlog.ParseHash(base64.StdEncoding.EncodeToString(bytes))
		must(err, "a hash")
		hashes = append(hashes, hash)
	}
	return hashes
}

func read(name string) []byte {
	data, err := os.ReadFile(filepath.Join(folder, name))
	must(err, name)
	return data
}

func must(err error, what string) {
	if err != nil {
		fail(fmt.Sprintf("%s: %v", what, err))
	}
}

func fail(what string) {
	fmt.Fprintln(os.Stderr, "The ledger does not hold:", what)
	os.Exit(1)
}
