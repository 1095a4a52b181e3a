import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { companyOnPage, type CompanyPage } from '#lib/app/company-on-page.ts'
import { detailsOnPage, type DetailsPage } from '#lib/app/details-on-page.ts'
import type { TabView } from '#lib/app/tab-view.ts'
import { useBaton } from './context.tsx'

/** The company of the page on screen: whether it is known, what the page adds, who of it is known. */
export function useCompanyOnPage(view: Extract<TabView, { kind: 'company' }>) {
  const { deps } = useBaton()
  const page: CompanyPage = { read: view.read, url: view.url, practice: view.practice, at: useReadAt() }
  const query = useQuery({
    queryKey: ['company-on-page', page],
    queryFn: () => companyOnPage(deps, page),
    placeholderData: (previous) => previous,
    meta: { tables: ['settings', 'account', 'contact'] },
  })
  return { page, query }
}

/** Whose positions, schools or ways to be reached the page on screen shows. */
export function useDetailsOnPage(view: Extract<TabView, { kind: 'details' }>) {
  const { deps } = useBaton()
  const page: DetailsPage = { read: view.read, url: view.url, practice: view.practice, at: useReadAt() }
  const query = useQuery({
    queryKey: ['details-on-page', page],
    queryFn: () => detailsOnPage(deps, page),
    placeholderData: (previous) => previous,
    meta: { tables: ['contact', 'settings'] },
  })
  return { page, query }
}

/** The same for as long as the page is shown. */
function useReadAt(): string {
  const { deps } = useBaton()
  const [at] = useState(() => deps.clock.now())
  return at
}
