import { useLinkProps } from '@tanstack/react-router'
import { Button, type ButtonProps } from 'antd'
import type { ReactNode } from 'react'

type Props = Readonly<{ to: string; search?: Readonly<Record<string, string>>; children: ReactNode }> &
  Pick<ButtonProps, 'type' | 'icon' | 'size'>

/** A link to another page of the console that looks like a button: one element, so that it is one stop of the keyboard. */
export function LinkButton({ to, search, children, ...button }: Props) {
  const { href, onClick, onFocus, onMouseEnter } = useLinkProps({
    to,
    ...(search === undefined ? {} : { search: search as never }),
  })
  const link = { href, onClick, onFocus, onMouseEnter } as ButtonProps
  return (
    <Button {...button} {...link}>
      {children}
    </Button>
  )
}
