import { ClaimFields } from './status-form.tsx'
import type { StatusProps } from './status-page.tsx'

const SCORES = [
  [5, '非常满意'],
  [4, '满意'],
  [3, '基本满意'],
  [2, '不满意'],
  [1, '非常不满意'],
] as const

/** 服务评价: the five steps of the national 好差评 for services to the public. */
export function RatingForm({ claim, followed: { mayRate, rating }, attempt }: StatusProps) {
  if (!mayRate) return null
  const tried = attempt?.act === 'rating' ? attempt.fields : undefined
  const chosen = tried?.score === undefined ? rating : Number(tried.score)
  return (
    <section class="card" aria-labelledby="rating-title">
      <h2 class="h-bar" id="rating-title">
        服务评价
      </h2>
      <form method="post" action="/apply/status/act">
        <ClaimFields claim={claim} />
        <fieldset>
          <legend>{rating === null ? '您对本次服务是否满意？' : '您已经评价，可以修改'}</legend>
          <div class="choices">
            {SCORES.map(([score, label]) => (
              <label>
                <input type="radio" name="score" value={score} required checked={chosen === score} /> {label}
              </label>
            ))}
          </div>
        </fieldset>
        <div class="field">
          <label for="rating-text">意见建议（选填）</label>
          <textarea id="rating-text" name="text" rows={2} maxLength={500}>
            {tried?.text ?? ''}
          </textarea>
        </div>
        <button type="submit" class="button quiet" name="do" value="rating">
          提交评价
        </button>
      </form>
    </section>
  )
}
