-- CreateTable
-- Unlogged: what is in it never outlives the post that brought it, so a crash may empty it.
CREATE UNLOGGED TABLE "upload_slice" (
    "upload_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "submission_id" UUID NOT NULL,
    "bytes" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "upload_slice_pkey" PRIMARY KEY ("upload_id","seq")
);

-- CreateIndex
CREATE INDEX "upload_slice_submission_id_idx" ON "upload_slice"("submission_id");

-- CreateIndex
CREATE INDEX "upload_slice_created_at_idx" ON "upload_slice"("created_at");

-- AddForeignKey
ALTER TABLE "upload_slice" ADD CONSTRAINT "upload_slice_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Files are compressed already, and what is stored as it is can be read slice by slice. Rows that are there stay as they are,
-- and are read right all the same.
ALTER TABLE "upload_slice" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;
ALTER TABLE "attachment" ALTER COLUMN "content" SET STORAGE EXTERNAL;
ALTER TABLE "archive_file" ALTER COLUMN "content" SET STORAGE EXTERNAL;
ALTER TABLE "message_attachment" ALTER COLUMN "content" SET STORAGE EXTERNAL;
