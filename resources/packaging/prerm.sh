#!/bin/sh
# Before the program is removed, those who run it end; the conversations stay where they are.
set -e
if [ "$1" = remove ]; then
    for process in /proc/[0-9]*; do
        if [ "$(readlink "$process/exe" 2>/dev/null)" = /usr/lib/olark-inbox/olark-inbox ]; then
            kill -TERM "${process#/proc/}" 2>/dev/null || true
        fi
    done
fi
