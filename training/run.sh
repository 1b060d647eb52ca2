#!/bin/sh
# Remakes every model. usage: training/run.sh SHARED_DIR USE_PACKAGE_DIR [WORK_DIR]
# Needs Debian's python3-torch, python3-onnx, python3-sklearn, python3-scipy and libopenblas0-pthread; some three hours on one core.
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
$python "$here/export.py" reader "$work/reader.pt" "$here/../models/reader.onnx"
for left in c d e; do
	$python "$here/export.py" reader "$work/reader-without-$left.pt" "$work/reader-without-$left.onnx"
done
$python "$here/measure_encoder.py" "$shared" "$package" --vectors "$work/vectors-as-it-came.npy"
$python "$here/measure_encoder.py" "$shared" "$package" --weights "$work/encoder.pt" --vectors "$work/vectors.npy"
$python "$here/measure_reader.py" "$shared" "$package" "$work" "$work/reader.pt"
echo "work files: $work"
