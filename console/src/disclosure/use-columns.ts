import { type CatalogueNodeView, disclosure } from '@mingfu/contract'
import { useCall } from '../session/use-call.ts'

/** 目录栏目 as choices, the second level after its parent: `行政规范性文件 › 本机关文件`. */
export function useColumnOptions(): { value: string; label: string }[] {
  const { data } = useCall(disclosure.catalogue)
  return (data ?? []).flatMap((node) => [
    optionOf(node),
    ...node.children.map((below) => optionOf(below, node)),
  ])
}

function optionOf(node: CatalogueNodeView, parent?: CatalogueNodeView) {
  return { value: node.nodeId, label: parent === undefined ? node.title : `${parent.title} › ${node.title}` }
}
