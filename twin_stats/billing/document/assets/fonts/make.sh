#!/usr/bin/env bash
# Makes the two fonts of the documents from PyPI's fontpkg-noto-sans: the same bytes each time.
# Needs uv (make dev installs it). Layout rules and hints are left out: ReportLab reads neither.
# Each style gets its own name: ReportLab tells fonts apart by it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
uv=$(command -v ../../../../../.venv/bin/uv || command -v uv)
tools=("$uv" run --quiet --no-project --with fonttools==4.68.0 --with fontpkg-noto-sans==2.15)
source=$("${tools[@]}" python -c 'import fontpkg_noto_sans as f; print(f.ROOT / "files/NotoSans[wdth,wght].ttf")')
# Latin, Greek, Cyrillic, punctuation, raised and lowered figures, currencies, №™, fractions, arrows, mathematics
letters=20-7E,A0-AC,AE-24F,370-3FF,400-482,48A-52F,1E00-1EFF,2010-2015,2017-2027,2030-205E,2070-209C,20A0-20C0
letters+=,2100-214F,2150-2189,2190-2199,2200-22FF,25A0-25CF
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
for style in Regular=400 Bold=700; do
  font=NotoSans-${style%=*}.ttf
  "${tools[@]}" fonttools varLib.instancer "$source" "wght=${style#*=}" wdth=100 --update-name-table --no-recalc-timestamp \
    --quiet --output "$made/$font"
  "${tools[@]}" pyftsubset "$made/$font" --unicodes="$letters" --layout-features= --no-hinting \
    --notdef-outline --name-IDs=0,1,2,3,4,5,6,13,14 --drop-tables+=STAT,GDEF,GSUB,GPOS \
    --no-recalc-timestamp --output-file="$font"
done
