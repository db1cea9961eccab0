export const verdictStyle = `
.verdict{background:var(--card);border:1px solid var(--line);border-left:.5rem solid var(--tone);border-radius:12px;padding:clamp(1rem,2.5vw,1.6rem)}
.verdict.ready{--tone:var(--ready);--ground:var(--ready-ground)}.verdict.regressed{--tone:var(--regressed);--ground:var(--regressed-ground)}.verdict.inconclusive{--tone:var(--inconclusive);--ground:var(--inconclusive-ground)}
.kind{display:table;margin-bottom:.5rem;color:var(--tone);background:var(--ground);border-radius:8px;padding:.15rem .8rem .15rem .5rem}
.mark{display:inline-block;width:1.2em;text-align:center;font-family:system-ui,sans-serif;font-weight:700}
.reasons{margin-top:.9rem;display:grid;gap:.35rem}.reasons li{padding-left:1.1rem;position:relative}.reasons li::before{content:"";position:absolute;left:.1rem;top:.62em;width:.4rem;height:.4rem;background:var(--tone);transform:rotate(45deg)}
.reasons li:first-child{font-size:1.06rem;font-weight:600}
.settle{margin-top:1rem;background:var(--ground);border-radius:8px;padding:.7rem 1rem}.settle li{padding-left:1rem}
.sure{margin-top:1rem}.sure summary{cursor:pointer;color:var(--accent);font-weight:600;width:max-content}.sure p{margin-top:.5rem;max-width:65ch}
.glance{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,8rem),1fr));gap:.6rem;margin-top:1.2rem}
.glance div{background:var(--faint);border-radius:8px;padding:.55rem .8rem}.glance dt{color:var(--quiet);font-size:.87rem}.glance b{display:block;font-size:1.3rem;font-variant-numeric:tabular-nums;line-height:1.3}.glance span{font-size:.87rem}
.models{margin-top:1rem}
.kinds{display:grid;gap:.6rem;margin-top:.5rem}.kinds b{font-size:1.1rem}.ids{line-height:1.9}.ids a{white-space:nowrap}.card .kinds p+p{margin-top:0}`;
