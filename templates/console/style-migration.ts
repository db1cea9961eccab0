/** A migration's card: its standing, plan and dates. */
export const migrationStyle = `
.migration{background:var(--card);border:1px solid var(--line);border-radius:14px;padding:clamp(.9rem,2.5vw,1.5rem);margin-bottom:1.1rem}
.migration>header{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.4rem 1.5rem;margin-bottom:1rem}
.migration h3{font-size:1.25rem}.migration .quiet code{background:none;padding:0}
.standing{display:flex;flex-wrap:wrap;align-items:center;gap:.6rem;align-self:flex-start}
.pill{display:inline-block;border-radius:6px;padding:.1rem .55rem;font-size:.8rem;font-weight:600;line-height:1.5;white-space:nowrap;border:1px solid transparent}
.pill.active{background:var(--active);color:var(--active-ink)}
.pill.legacy{background:var(--legacy);color:var(--legacy-ink)}
.pill.extendedAccess{background:var(--extended);color:var(--extended-ink)}
.pill.endOfLife,.pill.withdrawn{background:var(--ended);color:var(--ended-ink)}
.note{font-size:.93rem;margin:.75rem 0 .5rem}
.plan{list-style:none;padding:0;display:grid;gap:.4rem;grid-template-columns:repeat(auto-fit,minmax(10.5rem,1fr));font-size:.9rem}
.plan li{border-top:3px solid var(--phase);padding:.45rem .2rem 0}
.plan li.now{border-top-color:var(--phase-now)}.plan li.past{border-top-style:dotted}
.plan .number{display:inline-grid;place-items:center;width:1.35rem;height:1.35rem;margin-right:.4rem;border-radius:4px;background:var(--phase);color:var(--phase-ink);font-size:.78rem;font-weight:600}
.plan .now .number{background:var(--phase-now);color:var(--phase-now-ink)}
.plan .tag{margin-left:.4rem;font-size:.8rem;color:var(--quiet)}.plan .now .tag{color:var(--ink);font-weight:600}
.plan .span{display:block;color:var(--quiet);font-size:.84rem}
.dates{display:grid;gap:.6rem 1.5rem;grid-template-columns:repeat(auto-fit,minmax(13rem,1fr));margin:1.1rem 0 .75rem;padding-top:1rem;border-top:1px solid var(--line)}
.dates dt{font-size:.84rem;color:var(--quiet)}.dates dd{margin:0;font-weight:600}
.dates dd .quiet{font-weight:400}.dates .source{display:block;font-weight:400;font-size:.84rem;color:var(--quiet)}
.where{font-size:.93rem}`;
