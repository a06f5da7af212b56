#!/bin/sh
# Before the program is removed, those who run it end; the conversations stay where they are.
set -e
if [ "$1" = remove ]; then
    for process in /proc/[0-9]*; do
        # Those of an older version that was replaced while it ran too: "… (deleted)".
        case "$(readlink "$process/exe" 2>/dev/null)" in
        /usr/lib/olark-inbox/*) kill -TERM "${process#/proc/}" 2>/dev/null || true ;;
        esac
    done
fi
