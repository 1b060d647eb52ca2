#!/bin/sh
# Remakes every model. usage: training/run.sh SHARED_DIR USE_PACKAGE_DIR [WORK_DIR]
# Needs Debian's python3-torch, python3-onnx, python3-sklearn, python3-scipy, python3-xgboost and libopenblas0-pthread; some three hours on one core.
set -eu
shared=$1
package=$2
work=${3:-$(mktemp -d)}
here=$(dirname "$0")
python=${PYTHON:-/usr/bin/python3}
export OMP_NUM_THREADS=1 PYTHONHASHSEED=0

$python "$here/train_encoder.py" "$shared" "$package" "$work" --minutes 600
# The reader's candidates come from the first stage's vectors, which are there already.
candidates="--encoder $work/encoder-1.pt --vectors $work/vectors-1.npy"
$python "$here/train_reader.py" "$shared" "$package" "$work" $candidates --minutes 600
$python "$here/train_reader.py" "$shared" "$package" "$work" $candidates --minutes 600 --spans
for heads in cde de ce cd; do
	$python "$here/train_reader.py" "$shared" "$package" "$work" $candidates --minutes 600 --heads $heads
done

$python "$here/export.py" encoder "$work/encoder.pt" "$here/../models/encoder.onnx"
$python "$here/export.py" vocabulary "$package/dist/vocab.json" "$here/../models/encoder-vocab.txt"
# Of the four readers the one that is best on file 10; it saw head-d and head-e.
$python "$here/export.py" reader "$work/reader-without-c.pt" "$here/../models/reader.onnx"
for left in d e; do
	$python "$here/export.py" reader "$work/reader-without-$left.pt" "$work/reader-without-$left.onnx"
done
$python "$here/measure_encoder.py" "$shared" "$package" --vectors "$work/vectors-as-it-came.npy"
$python "$here/measure_encoder.py" "$shared" "$package" --weights "$work/encoder.pt" --vectors "$work/vectors.npy"
$python "$here/measure_reader.py" "$shared" "$package" "$work" "$work/reader-without-c.pt"

# The ranker and the decider, on what the program itself sees and reads of the questions.
sets=$shared/training
node "$shared/corpus/expand.mjs" --years 2002-2019 --out "$work/events" --no-day-pages
node "$here/run-ts.mjs" dump-candidates "$work/events" "$work" "$work/candidates" \
	"$sets/head-c.jsonl" "$sets/head-d.jsonl" "$sets/head-e.jsonl" "$shared/questions/head-a.jsonl" "$shared/questions/head-b.jsonl" \
	"$sets/train-10.jsonl" "$sets/train-11.jsonl" "$sets/train-12.jsonl" "$sets/train-13.jsonl"
$python "$here/smaller_archives.py" "$shared" "$work/events" "$work"
for archive in small absent; do
	node "$here/run-ts.mjs" dump-candidates "$work/$archive" "$work" "$work/$archive" "$work/$archive-questions"/*.jsonl
done
heads() { echo "head-$1 small-head-$1 absent-head-$1"; }
$python "$here/train_ranker.py" first "$work" head-a head-b train-12 train-13 small-train-12 absent-train-12 $(heads c) $(heads d) $(heads e)
without() { for set in $(heads "$1"); do echo "$work/reader-without-$1.onnx=$set"; done; }
node "$here/run-ts.mjs" read-pairs "$work/events" "$work/pairs.jsonl" "$work/readings" "$here/../models/reader.onnx" $(without d) $(without e)
$python "$here/train_ranker.py" second "$work" "$here/../models"
# The gate, on the encoder that was just made.
$python "$here/gate_data.py" "$shared" "$work/gate-texts.jsonl"
node "$here/run-ts.mjs" dump-text-rows "$work/gate-texts.jsonl" "$work/gate-rows"
$python "$here/train_text_classifier.py" "$work/gate-rows" "$here/../models/gate.json" question

# Stories: learned from the titles of events, then from which events are asked about.
node "$here/run-ts.mjs" dump-stories "$work/events" "$work" "$work/pairs"
$python "$here/train_stories.py" pair "$work/pairs" "$work/pair.json"
node "$here/run-ts.mjs" dump-stories "$work/events" "$work" "$work/stories" "$work/pair.json"
$python "$here/train_stories.py" story "$work/stories" "$work/story.json"
echo '{"features":[],"trees":[]}' >"$work/importance.json"
together() {
	$python "$here/train_stories.py" together "$work/pair.json" "$work/story.json" "$work/importance.json" "$here/../models/stories.json"
}
together
node "$here/run-ts.mjs" dump-importance "$work/events" "$work" "$work/importance" "$sets/head-c.jsonl" "$sets/head-d.jsonl" "$sets/head-e.jsonl"
$python "$here/train_stories.py" importance "$work/importance" "$work/importance.json"
together
echo "work files: $work"

# What a question wants: from patterns and the training questions.
node "$here/run-ts.mjs" train-intent "$shared" "$here/../content" "$here/../models/intent.json"
