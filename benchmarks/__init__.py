"""How fast Palermo is, beside peers on the same data in the same run.

Nothing here is asserted: times of a shared machine drift, so read the ratios.
Neither `bot` nor `index` imports anything from here.
"""
