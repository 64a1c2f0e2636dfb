"""How another program finds the parks in a register: the names in its GeoPackage that tests and benchmarks read."""

PARKS = "werklocaties"
PARKS_WITHOUT_OUTLINE = "werklocaties_zonder_vlak"

# Column of the national IBIS layer -> the same thing in a register, as SQL.
IBIS_COLUMNS = {
    "RIN_NUMMER": "rin_nummer",
    "JAAR": "CAST(substr(peildatum, 1, 4) AS INTEGER)",
    "PLAN_NAAM": "plannaam",
    "GEM_CODES": "gemeentecode",
    "HA_BRUTO": "bruto",
    "HA_NETTO": "netto_ha",
    "HA_TOTTUIT": "terstond_uitgeefbaar",
    "WLOC_TYPE": "werklocatietype",
}
