import { registerHooks } from 'node:module';

const standIn = new URL('vscodeStandIn.ts', import.meta.url).href;

/** From now on `vscode` means the stand-in; import this before any module of `src/ui`. */
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'vscode' ? { url: standIn, shortCircuit: true } : next(specifier, context),
});
