import { join } from 'node:path';
import ts from 'typescript';
import { ROOT } from '../architecture/sources.ts';

/** What the compiler says of pieces of code that lie in no file, each by its name. */
export function problemsOf(codes: Readonly<Record<string, string>>, options: ts.CompilerOptions): string[] {
  const sources = new Map(Object.entries(codes).map(([name, code]) => [join(ROOT, name), code]));
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => sources.has(name) || fileExists(name);
  host.getSourceFile = (name, language) => {
    const code = sources.get(name);
    return code === undefined ? getSourceFile.call(host, name, language) : ts.createSourceFile(name, code, language);
  };
  return messages(ts.getPreEmitDiagnostics(ts.createProgram([...sources.keys()], options, host)));
}

/** Diagnostics in one line each, with the line in the file. */
export function messages(problems: readonly ts.Diagnostic[]): string[] {
  return problems.map(({ messageText, file, start }) => {
    const line = file === undefined ? 0 : file.getLineAndCharacterOfPosition(start ?? 0).line + 1;
    return `${file?.fileName.slice(ROOT.length)}:${line} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}
