"""How fast Palermo is, beside peers on the same data in the same run.

`shipped` measures what Palermo does with its own data, `contest` lets it and each of
the `engines` search the same texts. Peers that are not installed are left out.
Nothing here is asserted: times of a shared machine drift, so read the ratios.
Neither `bot` nor `index` imports anything from here.
"""
