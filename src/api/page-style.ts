/** The look of the API's own pages: the same paper and ink as the rest (ui/tokens.css), without any of its parts. */
export const style = `
:root {
  color-scheme: light dark;
  --paper: #f9f4ea; --sheet: #fffdf8; --ink: #221c15; --soft: #5f5649; --line: #e2d7c4; --focus: #0b57d0;
  --listen: #155a73; --act: #27643a;
  --serif: "Songti SC", "Noto Serif CJK SC", "Noto Serif SC", STSong, SimSun, Georgia, serif;
  --sans: "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", system-ui, sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root { --paper: #1a1612; --sheet: #241f19; --ink: #f0e7d8; --soft: #bfb19c; --line: #40372c; --focus: #a8c7fa; --listen: #86c8df; --act: #8cc79a }
}
*, ::before, ::after { box-sizing: border-box }
html { font-size: 106%; background: var(--paper); color: var(--ink) }
body { margin: 0; font-family: var(--sans); line-height: 1.6; overflow-wrap: anywhere }
header { display: flex; justify-content: space-between; gap: 1rem; padding: .8rem 1rem; border-bottom: 1px solid var(--line) }
header a { min-height: 3rem; display: inline-flex; align-items: center }
main { max-width: 52rem; margin: 0 auto; padding: 1.5rem 1rem 4rem }
h1, h2, h3 { font-family: var(--serif); line-height: 1.35 }
h2 { margin-top: 2.6rem; padding-bottom: .3rem; border-bottom: 2px solid var(--line) }
h3 { margin: 0 }
a { color: var(--listen); text-underline-offset: .2em }
li + li { margin-top: .4em }
.lead { font-size: 1.1rem }
section { background: var(--sheet); border: 1px solid var(--line); border-radius: 8px; padding: 1rem; margin-top: .8rem }
section p { margin: .3rem 0 0 }
.address b { display: inline-block; min-width: 3.5em; color: var(--listen) }
.address b.POST { color: var(--act) }
.key, small { color: var(--soft) }
summary { cursor: pointer; min-height: 3rem; padding: .7rem 0 }
table { border-collapse: collapse; width: 100%; table-layout: fixed }
th:first-child { width: 38% }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem .4rem 0; border-bottom: 1px solid var(--line); font-weight: 400 }
thead th { font-weight: 600 }
code { font-family: ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; font-size: .92em }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 3px }
`;
