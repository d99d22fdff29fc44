import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ProblemError } from './session/call.ts'
import { setSessionLost } from './session/session-lost.ts'
import { SESSION } from './session/use-session.ts'
import { router } from './shell/router.tsx'
import { UiProvider } from './ui/index.ts'
import './console.css'

function noticeLostSession(error: unknown): void {
  const known = queries.getQueryData(SESSION) !== undefined
  if (known && error instanceof ProblemError && error.problem.status === 401) setSessionLost(true)
}

const queries = new QueryClient({
  queryCache: new QueryCache({ onError: noticeLostSession }),
  mutationCache: new MutationCache({ onError: noticeLostSession }),
  defaultOptions: {
    // What the server refused it refuses again; only a lost connection is worth a second try.
    queries: { retry: (count, error) => !(error instanceof ProblemError) && count < 2, staleTime: 5_000 },
  },
})

const root = document.getElementById('root')
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <UiProvider>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </UiProvider>
    </StrictMode>,
  )
}
