import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { NodeCompiler, type NodeError } from '@myriaddreamin/typst-ts-node-compiler'
import { TYPST_TEMPLATE } from './typst-template.ts'

/** What the worker is given when it starts: where fonts are, and the families wanted for each face. */
export type TypstSetup = Readonly<{
  fontDirectories: readonly string[]
  faces: Readonly<Record<string, readonly string[]>>
}>

/** The document as JSON, and the pictures that its blocks name by their place here. */
export type TypstPaper = Readonly<{ document: string; pictures: readonly Uint8Array[] }>

type TypstJob = TypstPaper & Readonly<{ id: number }>
export type TypstAnswer = Readonly<{ id: number; pdf: Uint8Array } | { id: number; fault: string }>

type Diagnostic = Readonly<{ message: string; severity: number }>

const setup = workerData as TypstSetup
// Pictures are laid over this directory, in memory; the template reads nothing else from it.
const ROOT = import.meta.dirname
const compiler = NodeCompiler.create({
  workspace: ROOT,
  fontArgs: [{ fontPaths: [...setup.fontDirectories] }],
})
const faces = JSON.stringify(facesAtHand())

parentPort?.on('message', (job: TypstJob) => {
  const answer = answerTo(job)
  parentPort?.postMessage(answer, 'pdf' in answer ? [answer.pdf.buffer as ArrayBuffer] : [])
})

function answerTo(job: TypstJob): TypstAnswer {
  try {
    return { id: job.id, pdf: drawn(job) }
  } catch (error) {
    return { id: job.id, fault: error instanceof Error ? error.message : String(error) }
  } finally {
    // Without this the compiler keeps every document it has drawn.
    compiler.evictCache(0)
    compiler.resetShadow()
  }
}

function drawn({ document, pictures }: TypstPaper): Uint8Array {
  const shown = JSON.stringify(pictures.map(isDrawable))
  const result = compiler.compile({
    mainFileContent: TYPST_TEMPLATE,
    inputs: { doc: document, faces, pictures: shown },
  })
  // The template is fixed, so a warning means that something did not come out as written: no PDF then.
  const faults = diagnosticsOf(result.takeError()).concat(diagnosticsOf(result.takeWarnings()))
  if (faults.length > 0 || result.result === null)
    throw new Error(faults.map((fault) => fault.message).join('; '))
  // A copy of its own, so that it can be handed over without copying again.
  return new Uint8Array(compiler.pdf(result.result, { pdfStandard: 'a-2a' }))
}

/** Puts a picture where the template finds it. One that is broken inside would stop the document; its words stand there then. */
function isDrawable(bytes: Uint8Array, number: number): boolean {
  const name = `picture-${number}`
  compiler.mapShadow(join(ROOT, name), Buffer.from(bytes))
  const probe = compiler.compile({ mainFileContent: `#image("/${name}")` })
  return probe.result !== null && diagnosticsOf(probe.takeError()).length === 0
}

/** The families of each face that exist here; naming one that does not would be a warning in every document. */
function facesAtHand(): Record<string, string[]> {
  const families = [...new Set(Object.values(setup.faces).flat())]
  const probe = compiler.compile({
    mainFileContent: `#set text(font: ${JSON.stringify(families).replace('[', '(').replace(']', ')')})\n.`,
  })
  const unknown = new Set(
    diagnosticsOf(probe.takeWarnings()).map((warning) =>
      warning.message.replace('unknown font family: ', ''),
    ),
  )
  compiler.evictCache(0)
  return Object.fromEntries(
    Object.entries(setup.faces).map(([face, wanted]) => [
      face,
      wanted.filter((family) => !unknown.has(family.toLowerCase())),
    ]),
  )
}

function diagnosticsOf(error: NodeError | null): readonly Diagnostic[] {
  return error === null ? [] : (error.shortDiagnostics as readonly Diagnostic[])
}
