import { beforeAll, describe, expect, it, test } from 'vitest'
import { readLayers } from './layers/read-layers.ts'
import { screenLayers } from './screen-layers.ts'
import { STANDARD_LISTS } from './screen-texts.ts'
import { DOCX_PLANTS } from './testing/docx-plants.ts'
import { HTML_PLANTS } from './testing/html-plants.ts'
import { IMAGE_PLANTS } from './testing/image-plants.ts'
import { pdfPlants } from './testing/pdf-plants.ts'
import { PLANTED, type Plant, RULES } from './testing/planted.ts'
import { XLSX_PLANTS } from './testing/xlsx-plants.ts'

/** The rules that found something in the layer where it was planted. */
async function foundIn({ bytes, name, where }: Plant): Promise<readonly string[]> {
  const { findings } = screenLayers(await readLayers(bytes, name), STANDARD_LISTS)
  const here = findings.filter((finding) => finding.where === where && finding.level !== 'warn')
  return [...new Set(here.map(({ rule }) => rule))]
    .filter((rule) => (RULES as readonly string[]).includes(rule))
    .sort()
}

describe('发布前检查 finds what is planted in every layer of every format', () => {
  test.each([...DOCX_PLANTS, ...XLSX_PLANTS, ...HTML_PLANTS, ...IMAGE_PLANTS])('$layer', async (plant) => {
    // A file's name is as long as a file's name may be: the last item does not fit.
    const all = plant.where === '文件名' ? RULES.slice(0, 5) : RULES
    expect(await foundIn(plant)).toEqual(all)
  })

  describe('pdf', () => {
    let plants: readonly Plant[]
    beforeAll(async () => {
      plants = await pdfPlants()
    })

    it('in every layer', async () => {
      const found: Record<string, readonly string[]> = {}
      for (const plant of plants) found[plant.layer] = await foundIn(plant)
      expect(found).toEqual(Object.fromEntries(plants.map(({ layer }) => [layer, RULES])))
    })

    it('altogether in at least 300 places', () => {
      const layers = [...DOCX_PLANTS, ...XLSX_PLANTS, ...HTML_PLANTS, ...IMAGE_PLANTS, ...plants]
      expect(new Set(layers.map(({ layer }) => layer)).size).toBe(layers.length)
      expect(layers.length * RULES.length).toBeGreaterThanOrEqual(600)
      expect(PLANTED).toHaveLength(86)
    })
  })
})
