/** Light by default; the same names carry the dark colours. Every pair of text and ground has at least 4.5 to 1. */
export const coloursStyle = `
:root{color-scheme:light dark;
--paper:#f8f5ef;--card:#fffdf9;--ink:#26221b;--quiet:#665e51;--line:#e4dccd;--faint:#f1ebdf;--accent:#8f4405;--sun:#d97706;--code:#efe8da;
--ready:#1f6b3a;--ready-ground:#e3f1e4;--regressed:#a02c1c;--regressed-ground:#fbe6e0;--inconclusive:#7a5200;--inconclusive-ground:#fdf0cf;
--current:#5a5347;--candidate:#1c5d99;--beyond:#e3b5a8;--gain:#2f7d4b;--loss:#b4402d;--del:#f9dcd3;--ins:#d8eddb;--bar:#cfc5b2}
@media screen and (prefers-color-scheme:dark){:root{
--paper:#171511;--card:#201d18;--ink:#ede7db;--quiet:#b0a693;--line:#3a352b;--faint:#2a261f;--accent:#f2b266;--sun:#f0a93b;--code:#332e25;
--ready:#8fd6a5;--ready-ground:#1d3325;--regressed:#f2a08f;--regressed-ground:#432019;--inconclusive:#f0c766;--inconclusive-ground:#3b2f12;
--current:#c9bfae;--candidate:#84bdf2;--beyond:#7a4136;--gain:#6fc28a;--loss:#e5826f;--del:#5a2a20;--ins:#1f4a2c;--bar:#5b5344}}`;
