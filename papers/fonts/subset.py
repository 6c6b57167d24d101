"""Makes the two fonts in this folder from Debian's fonts-noto-cjk, with fontTools (pip install fonttools).

Regular carries every Chinese character the typeface has (31,000: also the rare ones in names), Bold those of GB 2312,
which is enough for headings and labels; what Bold lacks is set in Regular. Variant shapes of other regions are left out.
"""
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTCollection

SOURCE = Path('/usr/share/fonts/opentype/noto')
HERE = Path(__file__).parent
PLAIN = {*range(0x20, 0x250), *range(0x2000, 0x2070), *range(0x2100, 0x2600), *range(0x3000, 0x3130), *range(0xFF00, 0xFFF0)}
HAN = {*range(0x3400, 0xA000), *range(0x20000, 0x33000)}


def gb2312():
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            try:
                yield ord(bytes([row, cell]).decode('gb2312'))
            except UnicodeDecodeError:
                pass


def make(weight, characters):
    path = SOURCE / f'NotoSerifCJK-{weight}.ttc'
    options = subset.Options()
    names = [font['name'].getDebugName(1) for font in TTCollection(path, lazy=True).fonts]
    options.font_number = names.index('Noto Serif CJK SC')
    options.layout_features = ['ccmp', 'lnum', 'tnum']
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = options.name_languages = ['*']
    options.drop_tables += ['vhea', 'vmtx', 'VORG', 'BASE']
    font = subset.load_font(str(path), options)
    known = set(font.getBestCmap())
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters & known)
    subsetter.subset(font)
    subset.save_font(font, str(HERE / f'NotoSerifSC-{weight}.otf'), options)


make('Regular', PLAIN | HAN | set(gb2312()))
make('Bold', PLAIN | set(gb2312()))
