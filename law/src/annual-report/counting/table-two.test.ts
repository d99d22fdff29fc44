import { describe, expect, test } from 'vitest'
import { parsePlainDate } from '../../plain-date.ts'
import { countTable2, type DocumentFact, yuanToWanYuan } from './table-two.ts'

const on = parsePlainDate

function document(id: string, issued: string, facts: Partial<DocumentFact> = {}): DocumentFact {
  return { id, kind: 'normative', issuedOn: on(issued), publishedOn: on(issued), repealedOn: null, ...facts }
}

const DOCUMENTS = [
  document('old', '2019-05-01'),
  document('repealed', '2020-01-10', { repealedOn: on('2024-06-30') }),
  document('lapsed', '2022-01-01', { lapsedOn: on('2024-12-31') }),
  document('new', '2024-03-08'),
  document('not published yet', '2024-12-20', { publishedOn: null }),
  document('led by another organ', '2024-02-01', { leading: false }),
  document('next year', '2025-01-02'),
  document('a rule', '2024-07-01', { kind: 'regulation' }),
]

describe('表二 from documents and figures of the year', () => {
  test('the format in force: issued, repealed, in force on 31 December', () => {
    const figures = {
      decisions: { administrative_license: 1250, administrative_penalty: 86, administrative_compulsion: 4 },
      feesInYuan: 3_125_600,
    }
    expect(countTable2({ documents: DOCUMENTS, figures }, 2024, '2021')).toEqual({
      cells: {
        't2.regulations.issued': 1,
        't2.regulations.repealed': 0,
        't2.regulations.in_force': 1,
        't2.normative_documents.issued': 2,
        't2.normative_documents.repealed': 1,
        't2.normative_documents.in_force': 3,
        't2.administrative_license.decisions': 1250,
        't2.administrative_penalty.decisions': 86,
        't2.administrative_compulsion.decisions': 4,
        't2.administrative_fees.fee_amount': '312.5600',
      },
      members: {
        't2.regulations.issued': ['a rule'],
        't2.regulations.repealed': [],
        't2.regulations.in_force': ['a rule'],
        't2.normative_documents.issued': ['new', 'not published yet'],
        't2.normative_documents.repealed': ['repealed'],
        't2.normative_documents.in_force': ['old', 'new', 'not published yet'],
      },
    })
  })

  test('whether lapse counts as repeal is one setting', () => {
    const { members } = countTable2({ documents: DOCUMENTS, figures: {} }, 2024, '2021', {
      lapseCountsAsRepeal: true,
    })
    expect(members['t2.normative_documents.repealed']).toEqual(['repealed', 'lapsed'])
  })

  test('an unknown figure leaves its cell out', () => {
    const { cells } = countTable2({ documents: [], figures: { feesInYuan: 0 } }, 2024, '2021')
    expect(cells['t2.administrative_fees.fee_amount']).toBe('0.0000')
    expect(cells['t2.administrative_license.decisions']).toBeUndefined()
  })

  test('the trial format: made, disclosed, all disclosed; catalogues; procurement', () => {
    const figures = {
      decisions: { administrative_license: 1215, other_external_services: 7 },
      catalogues: { administrative_license: { priorYear: 110, thisYear: 102 } },
      procurement: { items: 17, amountInYuan: 1_605_964 },
    }
    const { cells } = countTable2({ documents: DOCUMENTS, figures }, 2020, '2019')
    expect(cells).toEqual({
      't2.regulations.newly_made': 0,
      't2.regulations.newly_disclosed': 0,
      't2.regulations.total_disclosed': 0,
      't2.normative_documents.newly_made': 1,
      't2.normative_documents.newly_disclosed': 1,
      't2.normative_documents.total_disclosed': 2,
      't2.administrative_license.prior_year_items': 110,
      't2.administrative_license.change': -8,
      't2.administrative_license.decisions': 1215,
      't2.other_external_services.decisions': 7,
      't2.centralized_procurement.procurement_items': 17,
      't2.centralized_procurement.procurement_amount': '160.5964',
    })
  })

  test.each([
    [0, '0.0000'],
    [1, '0.0001'],
    [380, '0.0380'],
    [10_000, '1.0000'],
    [3_125_600, '312.5600'],
  ])('%i yuan is %s 万元', (yuan, text) => {
    expect(yuanToWanYuan(yuan)).toBe(text)
  })
})
