/** What people fill in and press: inputs, the form over the page, the line for commands. */
export const formStyle = `
.command{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center;padding:.7rem 1rem;border-top:1px solid var(--line);background:var(--faint)}
.command label{font:600 .9rem ui-monospace,SFMono-Regular,Menlo,monospace}.command input[type=text]{flex:1 1 9rem;min-width:0}
input[type=text],input[type=number],input[type=date],input[type=file],select,textarea{font:inherit;font-size:.95rem;color:var(--ink);background:var(--card);border:1px solid var(--quiet);border-radius:7px;padding:.35rem .55rem;max-width:100%}
::placeholder{color:var(--quiet);opacity:1}
.field{border:0;padding:0;margin:1rem 0;min-width:0}.field>label,.field>legend{display:block;font-weight:600;font-size:.93rem;margin-bottom:.3rem;padding:0}
.field .control{display:flex;flex-wrap:wrap;gap:.5rem}.field .control>input,.field .control>select,.field .control>textarea{flex:1 1 12rem;min-width:0}
.field input[type=number],.field input[type=date]{flex:0 1 13rem}
.field [aria-invalid]{border:2px solid var(--ended)}.hint{color:var(--quiet);font-size:.84rem;margin-top:.25rem}
.problem{border-left:4px solid var(--ended);padding-left:.6rem;margin:.4rem 0;font-size:.9rem}
.choices{display:grid;gap:.35rem}.choice{display:flex;gap:.55rem;align-items:baseline;font-size:.95rem}.choice-note{display:block;color:var(--quiet);font-size:.84rem}
.modal{position:fixed;inset:0;z-index:5;margin:auto;width:min(34rem,100%);max-height:min(50rem,100dvh);border:1px solid var(--line);border-radius:14px;padding:0;background:var(--card);color:var(--ink);box-shadow:0 0 0 100vmax rgb(0 0 0/.45),0 18px 60px rgb(0 0 0/.4);overflow:hidden}
.modal:focus-visible{outline:0}.modal form{display:flex;flex-direction:column;max-height:inherit;margin:0}
.modal header,.modal footer{padding:.85rem 1.2rem;border-bottom:1px solid var(--line);max-width:none;margin:0;color:inherit}
.modal h2{font:700 1.15rem/1.3 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;text-transform:none;outline:0}
.modal footer{display:flex;justify-content:flex-end;gap:.6rem;border:0;border-top:1px solid var(--line)}
.modal footer .button{padding:.4rem 1.1rem}.modal-blocks{padding:.3rem 1.2rem 1rem;overflow-y:auto;min-height:0;font-size:.94rem}
.modal .default{position:absolute;width:1px;height:1px;padding:0;border:0;opacity:0}
.modal.still{position:static;display:block;margin:0;max-height:none;box-shadow:none}
.samples>header{margin-bottom:.4rem}.samples h2{text-transform:none}.sample{margin:1.4rem 0;max-width:44rem}.sample figcaption{margin-bottom:.45rem}.sample>.panel{padding:.9rem 1rem;overflow:visible}.spoken{margin-top:.35rem}
.home>.scroll{padding:.4rem 1rem 1rem}.home{margin:1.6rem 0}
.people{display:flex;flex-wrap:wrap;gap:.4rem .8rem;align-items:center;max-width:77rem;margin:0 auto .9rem;padding-inline:clamp(.75rem,3vw,2rem);font-size:.93rem}
.people ul{display:flex;gap:.35rem;list-style:none;padding:0}.people li a{display:block;padding:.2rem .75rem;border:1px solid var(--line);border-radius:99px;background:var(--card);color:var(--ink);text-decoration:none}
.people a[aria-current]{font-weight:700;border:2px solid var(--sun);padding:calc(.2rem - 1px) calc(.75rem - 1px)}.people .to-preview{margin-left:auto}
.notice{max-width:73rem;margin:0 auto .9rem;border:2px solid var(--ended);border-radius:10px;padding:.5rem 1rem;background:var(--card)}
@media (max-width:46rem){.modal{width:100%;max-height:100dvh;border-radius:0;inset:0}.people .to-preview{margin-left:0}}`;
