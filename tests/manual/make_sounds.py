"""Makes the program's sounds: a few sine tones that fade, written as small wave files.

Run from the project's folder: `uv run python -m tests.manual.make_sounds`. What it makes is kept
in resources/sounds; the same run makes the same bytes.
"""

import math
import struct
import sys
import wave
from pathlib import Path

RATE = 22_050
SOUNDS = {
    # (tone in hertz, begins after seconds, lasts seconds)
    "chat": ((659.26, 0.0, 0.35), (987.77, 0.12, 0.45)),
    "trouble": ((440.0, 0.0, 0.3), (349.23, 0.22, 0.3), (293.66, 0.44, 0.5)),
}
LOUDNESS = 0.32


def samples(notes: tuple[tuple[float, float, float], ...]) -> list[float]:
    """Add the notes up: each begins softly and fades away."""
    mixed = [0.0] * round(RATE * max(start + length for _, start, length in notes))
    for tone, start, length in notes:
        for n in range(round(RATE * length)):
            at = n / RATE
            swell = min(at / 0.008, 1.0) * math.exp(-7.0 * at / length) * (1 - at / length)
            colour = math.sin(math.tau * tone * at) + 0.25 * math.sin(2 * math.tau * tone * at)
            place = round(RATE * start) + n
            if place < len(mixed):
                mixed[place] += LOUDNESS * swell * colour
    return mixed


def write(path: Path, notes: tuple[tuple[float, float, float], ...]) -> None:
    """Write a sound as 16 bits, one channel."""
    values = [round(32_767 * max(-1.0, min(1.0, value))) for value in samples(notes)]
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(struct.pack(f"<{len(values)}h", *values))


def main(folder: Path) -> None:
    """Write all of them."""
    for name, notes in SOUNDS.items():
        write(folder / f"{name}.wav", notes)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("resources/sounds"))
