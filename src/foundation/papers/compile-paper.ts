/** The press: a process of its own that sets one paper and ends. Reads the order from stdin, writes the PDF to stdout. */
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const papers = join(import.meta.dirname, '../../../papers');
const { name, data } = JSON.parse(await text(process.stdin));
const compiler = NodeCompiler.create({ workspace: papers, fontArgs: [{ fontPaths: [join(papers, 'fonts')] }] });
const order = { mainFilePath: join(papers, `${name}.typ`), inputs: { data: JSON.stringify(data) } };
const made = compiler.compile(order);
// Also on warnings: a font that isn't found would leave empty squares on the paper.
const complaints = made.takeDiagnostics();
if (!made.result || complaints) {
  console.error(JSON.stringify(complaints ? compiler.fetchDiagnostics(complaints) : 'no pages'));
  process.exit(1);
}
process.stdout.write(compiler.pdf(made.result, { pdfStandard: 'a-2b' }));
