import type { MessageChannel } from '../../services/notifications/messengers.ts'

type Props = Readonly<{ legend: string; ways: readonly MessageChannel[]; chosen: string }>

/** 提醒方式; nothing where this installation can send nothing. */
export function NotifyChoice({ legend, ways, chosen }: Props) {
  if (ways.length === 0) return null
  return (
    <fieldset class="field">
      <legend>{legend}</legend>
      <div class="choices">
        {ways.map((way) => (
          <label>
            <input type="radio" name="notifyBy" value={way} checked={chosen === way} />{' '}
            {way === 'mail' ? '发邮件' : '发短信'}
          </label>
        ))}
        <label>
          <input type="radio" name="notifyBy" value="" checked={chosen === ''} /> 不要提醒
        </label>
      </div>
    </fieldset>
  )
}
