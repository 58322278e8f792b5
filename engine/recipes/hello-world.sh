# shellcheck shell=bash disable=SC2034,SC2154
# One static program of a few hundred bytes, written byte by byte so that no compiler is needed.
config="{\"Cmd\":[\"/hello\"],\"Env\":[$SEARCH_PATH]}"

fill() {
  mkdir -p "$1"
  hello >"$1/hello"
  chmod 755 "$1/hello"
}

hello() {
  local text size
  text=$'\nHello from Docker!\nThis message shows that your installation appears to be working correctly.\n\n'
  text+=$'The docker command asked the engine for the image hello-world, the engine pulled it,\n'
  text+=$'made a container from it and sent you what the program in the container printed.\n\n'
  size=$((0x78 + 30 + ${#text}))
  printf '\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0'                      # 64 bits, little-endian
  printf '\x02\0\x3e\0\x01\0\0\0' && le 8 $((0x400078))               # a program for x86-64, entry point
  le 8 64 && le 8 0 && le 4 0                                         # program headers follow; no sections; no flags
  le 2 64 && le 2 56 && le 2 1 && le 2 64 && le 2 0 && le 2 0         # sizes of the headers: one segment
  le 4 1 && le 4 5 && le 8 0 && le 8 $((0x400000))                    # load the whole file, readable and executable
  le 8 $((0x400000)) && le 8 "$size" && le 8 "$size" && le 8 4096
  printf '\xb8\x01\0\0\0\x89\xc7\x48\x8d\x35' && le 4 16              # write(1, text,
  printf '\xba' && le 4 ${#text} && printf '\x0f\x05'                 #       size)
  printf '\xb8\x3c\0\0\0\x31\xff\x0f\x05'                             # exit(0)
  printf '%s' "$text"
}

# le BYTES NUMBER: little-endian.
le() {
  local i
  # shellcheck disable=SC2059
  for ((i = 0; i < $1; i++)); do printf "\\x$(printf %02x $((($2 >> (8 * i)) & 255)))"; done
}
