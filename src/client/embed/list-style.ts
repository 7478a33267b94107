/** The look of `<angebotslotse-list>`: that of the page around it, but for what its custom properties and parts say. */
export const listStyle = `
:host{display:block;font-family:var(--angebotslotse-font,inherit);color:var(--angebotslotse-color,inherit)}
:host([hidden]){display:none}
*{box-sizing:border-box}
[part=region]{text-align:start}
[part=list],[part=facts]{margin:0;padding:0;list-style:none}
[part=list]{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,var(--angebotslotse-column,18rem)),1fr));gap:var(--angebotslotse-gap,1rem)}
[part=item]{min-width:0;padding:1rem 1.25rem;border:1px solid var(--angebotslotse-line,color-mix(in srgb,currentcolor 25%,transparent));border-radius:var(--angebotslotse-radius,.75rem);background:var(--angebotslotse-surface,transparent);overflow-wrap:anywhere}
[part=kind],[part=facts],[part=source]{font-size:.875em;opacity:.85}
[part=kind],[part=summary]{margin:0 0 .35em}
[part=summary]{text-align:-webkit-match-parent;text-align:match-parent}
[part=title]{margin:0 0 .35em;font-size:1.125em;line-height:1.35}
[part=heading]{margin:0 0 .75em}
a{color:var(--angebotslotse-link,LinkText);text-underline-offset:.18em}
[part=link],[part=all]{display:inline-block;padding-block:.4em}
a:focus-visible,button:focus-visible{outline:3px solid var(--angebotslotse-focus,currentcolor);outline-offset:2px}
[part=fact]{margin-block-start:.15em}
[part=footer]{display:flex;flex-wrap:wrap;gap:.25em 1.25em;align-items:center;margin:1em 0 0}
button{min-height:2.75rem;padding:.4em 1em;border:1px solid;border-radius:var(--angebotslotse-radius,.75rem);color:inherit;background:none;font:inherit;cursor:pointer}
`;
