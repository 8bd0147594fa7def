/** The one stylesheet of every sandbox page: plain, readable, narrow screens first. */
export const stylesheet = `
*{box-sizing:border-box}
body{margin:0;font:1rem/1.5 system-ui,sans-serif;color:#1e2b3c;background:#f4f5f7}
.banner{margin:0;padding:.5rem 1rem;background:#ffd84d;color:#1e1e1e}
.banner strong{letter-spacing:.1em;margin-right:.5rem}
main{max-width:60rem;margin:0 auto;padding:1rem;overflow-wrap:anywhere}
h1{font-size:1.6rem;line-height:1.2;margin:.5rem 0 1rem}
h2{font-size:1.2rem;margin:1.75rem 0 .5rem}
a{color:#0a4a9c}
a:focus-visible,button:focus-visible,input:focus-visible,select:focus-visible{outline:3px solid #0a4a9c;outline-offset:2px}
button,.button{font:inherit;min-height:44px;padding:.5rem 1rem;border:2px solid #0a4a9c;border-radius:4px;background:#0a4a9c;color:#fff;cursor:pointer}
button.quiet{background:#fff;color:#0a4a9c}
input,select{font:inherit;min-height:44px;padding:.4rem .6rem;border:1px solid #5a6675;border-radius:4px;background:#fff;max-width:100%}
input[type=radio],input[type=checkbox]{min-height:0;width:1.25rem;height:1.25rem;margin:0 .5rem 0 0;vertical-align:middle}
fieldset{border:1px solid #b9c0c9;border-radius:4px;margin:0 0 1rem;background:#fff}
.stack{display:grid;grid-template-columns:minmax(0,1fr);gap:.5rem;max-width:36rem;justify-items:start}
.stack>*{max-width:100%}
.choice{display:block;padding:.6rem 0}
.people{list-style:none;padding:0;display:grid;gap:.75rem;grid-template-columns:repeat(auto-fill,minmax(min(20rem,100%),1fr))}
.people button{width:100%;height:100%;text-align:left;background:#fff;color:inherit;border-color:#b9c0c9}
.people button:hover,.people .current{border-color:#0a4a9c}
.people small{display:block}
.card{background:#fff;border:1px solid #b9c0c9;border-radius:4px;padding:1rem;margin:0 0 1rem}
.card>p:first-child,.problem>p:first-child{margin-top:0}
.card>p:last-child,.problem>:last-child{margin-bottom:0}
.problem{border-left:6px solid #b3253a;background:#fff;padding:.75rem 1rem}
table{display:block;overflow-x:auto;border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.5rem .75rem;border-bottom:1px solid #b9c0c9}
pre{white-space:pre-wrap;background:#fff;border:1px solid #b9c0c9;padding:1rem}
code{background:#e8ebef;padding:.1em .3em}
iframe.hidden{position:absolute;width:1px;height:1px;border:0;left:-9999px}
`;
