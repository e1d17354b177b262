/** The names are those of the window's tokens, so that figures are the same. On paper it is always light. */
const light = `--canvas:#fff;--ink:#1a1a1a;--ink-soft:#525252;--ink-faint:#646464;--line:#dcdcdc;--bar:#8c8c8c;--accent-fill:#b8740a;--on-pale:#1a1a1a;--on-full:#1a1a1a;--series-1:#0b6cb0;--series-2:#c8500a;--series-3:#00855f;--series-4:#a8437f;--series-5:#8a6200;--series-6:#2b86b8;--series-7:#6a51a3;--series-8:#4d4d4d`
const dark = `--canvas:#1b1b1b;--ink:#ededed;--ink-soft:#bababa;--ink-faint:#a0a0a0;--line:#363636;--bar:#8f8f8f;--accent-fill:#e2a63c;--on-pale:#ededed;--on-full:#1a1a1a;--series-1:#5aaef0;--series-2:#ff8f52;--series-3:#3fcf9e;--series-4:#ee9fcb;--series-5:#e8bd4a;--series-6:#93d3ff;--series-7:#b9a3ee;--series-8:#c4c4c4`

export const reportStyle = `
:root{color-scheme:light dark;${light}}
@media screen and (prefers-color-scheme:dark){:root{${dark}}}
*{box-sizing:border-box}
body{margin:0;background:var(--canvas);color:var(--ink);font:15px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans','Helvetica Neue',sans-serif;font-variant-numeric:tabular-nums}
main{max-width:800px;margin:0 auto;padding:40px 24px 64px}
h1{font-size:28px;line-height:1.2;letter-spacing:-.018em;margin:0 0 12px}
h2{font-size:21px;margin:56px 0 12px;padding-top:12px;border-top:2px solid var(--ink)}
h2::first-letter,nav a::first-letter{text-transform:uppercase}
nav a{display:inline-block}
h3{font-size:16px;margin:28px 0 6px}
h4{font-size:14px;margin:20px 0 6px}
p{margin:0 0 10px;color:var(--ink-soft)}
a{color:inherit}
nav ul{display:flex;flex-wrap:wrap;gap:4px 20px;margin:0;padding:0;list-style:none}
figure{margin:28px 0;break-inside:avoid}
figure svg{display:block;max-width:100%;height:auto;margin:8px 0;overflow:visible}
table{width:100%;border-collapse:collapse;font-size:13px;margin:8px 0}
th,td{padding:4px 12px 4px 0;border-bottom:1px solid var(--line);text-align:start;vertical-align:baseline;font-weight:400}
thead th{color:var(--ink-faint)}
td{text-align:end}
thead th:not(:first-child){text-align:end}
.facts td{text-align:start;overflow-wrap:anywhere}
.facts th{color:var(--ink-soft);white-space:nowrap}
summary{color:var(--ink-soft);cursor:pointer}
pre{padding:12px;border:1px solid var(--line);border-radius:6px;font-size:12px;white-space:pre-wrap;overflow-wrap:anywhere}
.sheet{display:grid;grid-template-columns:repeat(auto-fill,minmax(130px,1fr));gap:16px;margin:8px 0;padding:0;list-style:none;font-size:12px}
.sheet li{display:flex;flex-direction:column;break-inside:avoid}
.sheet img{max-width:100%;height:110px;object-fit:contain;object-position:0 100%;margin-bottom:4px}
.sheet strong{font-weight:500;overflow-wrap:anywhere}
.sheet span{color:var(--ink-soft)}
section>ul{color:var(--ink-soft)}
@media print{main{padding:0;max-width:none}details:not([open]){display:none}h2{break-after:avoid}nav{display:none}}
`
