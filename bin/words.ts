import { compile } from '@inlang/paraglide-js';

// Turns words/*/{zh-CN,en}.json into typed functions under src/words.
await compile({
  project: './project.inlang',
  outdir: './src/words',
  strategy: ['globalVariable', 'baseLocale'],
  outputStructure: 'locale-modules',
  emitTsDeclarations: true,
  emitGitIgnore: false,
  isServer: "typeof window === 'undefined'",
});
// The compiler leaves timers behind that would hold the process for half a minute.
process.exit(0);
